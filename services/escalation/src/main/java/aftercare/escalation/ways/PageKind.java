package aftercare.escalation.ways;

/** Why a case is brought before a colleague. */
public enum PageKind {
    /** Nobody has it. */
    ALERT,
    /** They have it and went quiet. */
    REMINDER,
    /** They have it and the patient wrote again. */
    JOINED,
    /** Whoever has it asks them to take it. */
    OFFERED
}
