package aftercare.escalation.cases;

/** What a note tells of. */
enum NoteKind {
    NOTE,
    /** An attempt to reach the patient. */
    CALL,
    /** Its owner is on it, though no call could be logged yet. */
    STILL_WORKING,
    /** A second person sent back how an earlier case about the same people had ended. */
    SENT_BACK,
    /** Why a case was opened again. */
    REOPENED,
    /** What was found when it was resolved. */
    RESOLVED
}
