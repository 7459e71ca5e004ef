package aftercare.escalation.worklist;

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
    NEXT_CONTACT;

    /** Whether only a clinician may close it. */
    boolean needsClinician() {
        return switch (this) {
            case CONCERN, KEPT_HOLD, NEXT_CONTACT -> true;
            case REQUEST, MISSED_CHECK_IN, UNDELIVERED -> false;
        };
    }
}
