package aftercare.schemas.escalation;

/** How somebody took a case. */
public enum AckChannel {
    SMS,
    CONSOLE,
    VOICE
}
