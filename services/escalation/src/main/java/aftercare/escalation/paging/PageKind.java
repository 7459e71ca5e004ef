package aftercare.escalation.paging;

/** Why a case is brought before a colleague. */
enum PageKind {
    /** Nobody has it. */
    ALERT,
    /** They have it and went quiet. */
    REMINDER,
    /** They have it and the patient wrote again. */
    JOINED
}
