package aftercare.escalation.worklist;

import aftercare.schemas.journeys.TouchpointForStaff;

/** What a journey asks of staff, in words for the list. */
final class StaffPromptWords {
    private StaffPromptWords() {}

    static String of(TouchpointForStaff prompt) {
        return switch (prompt.cause()) {
            case PROMPT -> prompt.name() + ".";
            case APPROVAL ->
                prompt.name()
                        + ": the words are suggested on the patient's page. Approve or change them, and send them.";
            case NO_PLACE ->
                prompt.name()
                        + " was not sent: the patient already has all the texts that were promised. Ask in person.";
        };
    }
}
