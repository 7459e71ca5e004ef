package aftercare.escalation.worklist;

/** Why a human asks what no text could, in words for the list. A reason that is new here is still shown. */
final class AskInPersonWords {
    private AskInPersonWords() {}

    static String of(String touchpoint, String reason) {
        return switch (reason) {
            case "NO_ONE_ON_CALL" ->
                touchpoint
                        + " was not sent: its ninth item asks about risk, and nobody was surely on call for the whole"
                        + " time in which it could be answered. Ask in person.";
            case "RISK_ITEM_UNANSWERED" ->
                "The question about risk in " + touchpoint
                        + " was asked and not answered. Speak with the patient today.";
            case "QUESTIONNAIRE_UNFINISHED" ->
                touchpoint + " was begun and not finished, so it has no score. Ask the rest in person.";
            default ->
                touchpoint + ": " + reason.toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ".";
        };
    }
}
