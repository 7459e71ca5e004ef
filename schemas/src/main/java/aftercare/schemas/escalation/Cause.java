package aftercare.schemas.escalation;

/** What opened an escalation. */
public enum Cause {
    CRISIS,
    CONCERN_NOW,
    UNSCREENED,
    STAFF
}
