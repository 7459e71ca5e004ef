package aftercare.escalation.cases;

/** What a note tells of. */
enum NoteKind {
    NOTE,
    /** An attempt to reach the patient. */
    CALL,
    /** Why a case was opened again. */
    REOPENED,
    /** What was found when it was resolved. */
    RESOLVED
}
