package aftercare.escalation.alarms;

/** What may break in the chain itself (S10). */
public enum AlarmKind {
    NO_ONE_ON_CALL("nobody on call can be reached"),
    SHIFT_UNCOVERED("nobody can be reached for sure during a coming shift"),
    CARRIER_REFUSES("the carrier does not take pages"),
    MAIL_REFUSES("the mail server does not take pages"),
    WEBHOOKS_REFUSE("colleagues' webhooks do not take pages"),
    PAGES_STUCK("pages do not go out"),
    SERVICE_SILENT("a service does not answer"),
    DATABASE_GONE("the database does not answer"),
    EVENTS_STUCK("events do not flow"),
    CANARY_MISSED("a test through the whole chain did not come back as a page"),
    CANARY_REFUSED("the test of the whole chain can't run"),
    HEARTBEAT_FAILING("the outside watch is not reached");

    private final String words;

    AlarmKind(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
