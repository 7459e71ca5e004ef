package aftercare.escalation.worklist;

import java.util.List;
import java.util.Locale;

/** What a work item asks of a human. */
public enum WorkKind {
    /** Read a reply that nobody answers by machine. */
    CONCERN,
    /** Do what a patient asked for. */
    REQUEST,
    /** Find out why a patient is silent. */
    MISSED_CHECK_IN,
    /** A safety text did not arrive: reach the patient another way. */
    UNDELIVERED,
    /** Decide again about a hold that was kept. */
    KEPT_HOLD,
    /** Speak with a patient again, as agreed when the case was resolved. */
    NEXT_CONTACT,
    /** Read an old reply that is CRISIS by the rules of now. */
    LATE_FINDING,
    /** Read the routine replies that wait too long. */
    READ_THROUGH;

    /** Whether only a clinician may close it. */
    boolean needsClinician() {
        return switch (this) {
            case CONCERN, KEPT_HOLD, NEXT_CONTACT, LATE_FINDING, READ_THROUGH -> true;
            case REQUEST, MISSED_CHECK_IN, UNDELIVERED -> false;
        };
    }

    /** Whether its reply is held until a human has read it. */
    boolean holdsItsReply() {
        return this == CONCERN || this == LATE_FINDING;
    }

    /** In words for the list; what was found in a reply, or counted, comes with its own. */
    List<String> reasons(String topic) {
        return switch (this) {
            case CONCERN, LATE_FINDING, READ_THROUGH -> List.of();
            case REQUEST ->
                List.of("Asked for: " + topic.toLowerCase(Locale.ROOT).replace('_', ' '));
            case MISSED_CHECK_IN -> List.of("Did not answer " + topic + ". Silence is not evidence of safety.");
            case UNDELIVERED -> List.of(topic + " did not reach the phone.");
            case KEPT_HOLD -> List.of("Automatic texts were kept held when the case was resolved.");
            case NEXT_CONTACT ->
                List.of("Contact agreed when the case was resolved: "
                        + topic.toLowerCase(Locale.ROOT).replace('_', ' '));
        };
    }
}
