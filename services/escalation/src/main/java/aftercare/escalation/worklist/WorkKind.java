package aftercare.escalation.worklist;

import aftercare.schemas.escalation.HoldScope;
import java.util.List;
import java.util.Locale;

/** What a work item asks of a human. */
public enum WorkKind {
    /** Read a reply that nobody answers by machine. */
    CONCERN,
    /** Do what a patient asked for. */
    REQUEST,
    /** Do what a patient's journey asks of staff, or approve the words that it suggests. */
    STAFF_PROMPT,
    /** Find out why a patient is silent. */
    MISSED_CHECK_IN,
    /** See how a patient is whose scores are low or fall. */
    LOW_MOOD,
    /** Ask in person what no text could. */
    ASK_IN_PERSON,
    /** A safety text did not arrive: reach the patient another way. */
    UNDELIVERED,
    /** Decide again about a hold that was kept. */
    KEPT_HOLD,
    /** Speak with a patient again, as agreed when the case was resolved. */
    NEXT_CONTACT,
    /** Read an old reply that is CRISIS by the rules of now. */
    LATE_FINDING,
    /** Read the routine replies that wait too long. */
    READ_THROUGH,
    /** Look at how a colleague ended a case, or at all that they ended without risk in a day. */
    REVIEW,
    /** Speak with a patient a day, or three, after their case. */
    FOLLOW_UP,
    /** Decide about holds that have lasted for long. */
    LONG_HOLDS;

    /** Whether only a clinician may close it. */
    boolean needsClinician() {
        return switch (this) {
            case CONCERN,
                    KEPT_HOLD,
                    NEXT_CONTACT,
                    LATE_FINDING,
                    READ_THROUGH,
                    REVIEW,
                    FOLLOW_UP,
                    LONG_HOLDS,
                    LOW_MOOD -> true;
            case REQUEST, STAFF_PROMPT, MISSED_CHECK_IN, UNDELIVERED, ASK_IN_PERSON -> false;
        };
    }

    /** Whether it is about speaking with a patient: only reaching them does it. */
    boolean isContact() {
        return this == NEXT_CONTACT || this == FOLLOW_UP;
    }

    /** Whether its reply is held until a human has read it. */
    boolean holdsItsReply() {
        return this == CONCERN || this == LATE_FINDING;
    }

    /** What is held while it waits. */
    HoldScope holds() {
        return this == LATE_FINDING ? HoldScope.ALL : HoldScope.ALL_BUT_LOGISTICS;
    }

    /** In words for the list; what was found in a reply, or counted, comes with its own. */
    List<String> reasons(String topic) {
        return switch (this) {
            case CONCERN,
                    LATE_FINDING,
                    READ_THROUGH,
                    LONG_HOLDS,
                    MISSED_CHECK_IN,
                    LOW_MOOD,
                    ASK_IN_PERSON,
                    STAFF_PROMPT -> List.of();
            case REQUEST ->
                List.of("Asked for: " + topic.toLowerCase(Locale.ROOT).replace('_', ' '));
            case UNDELIVERED ->
                List.of(
                        topic.equals("TYPED")
                                ? "A text that a colleague typed did not reach the phone. Reach the patient another way."
                                : topic + " did not reach the phone.");
            case KEPT_HOLD -> List.of("Automatic texts were kept held when the case was resolved.");
            case NEXT_CONTACT ->
                List.of("Contact agreed when the case was resolved: "
                        + topic.toLowerCase(Locale.ROOT).replace('_', ' '));
            case REVIEW ->
                List.of("A second person looks at what was ended as "
                        + topic.toLowerCase(Locale.ROOT).replace('_', ' ') + ".");
            case FOLLOW_UP ->
                List.of("Follow-up " + topic + " after the case. It is done when the patient was reached.");
        };
    }
}
