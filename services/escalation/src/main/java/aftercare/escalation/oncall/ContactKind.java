package aftercare.escalation.oncall;

/** A way to reach a colleague. */
public enum ContactKind {
    SMS,
    VOICE,
    EMAIL,
    WEBHOOK
}
