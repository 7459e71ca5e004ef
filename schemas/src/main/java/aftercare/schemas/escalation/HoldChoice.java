package aftercare.schemas.escalation;

/** What becomes of the hold when a case is resolved. */
public enum HoldChoice {
    /** Texts go on. */
    RELEASE,
    /** Texts stay held, until a date where one is given. */
    KEEP,
    /** What was planned is cancelled. */
    CANCEL
}
