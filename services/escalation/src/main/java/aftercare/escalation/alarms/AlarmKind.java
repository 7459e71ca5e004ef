package aftercare.escalation.alarms;

/** What may break in the chain itself (S10). */
public enum AlarmKind {
    NO_ONE_ON_CALL("nobody on call can be reached"),
    CARRIER_REFUSES("the carrier does not take pages"),
    PAGES_STUCK("pages do not go out"),
    SERVICE_SILENT("a service does not answer"),
    DATABASE_GONE("the database does not answer"),
    EVENTS_STUCK("events do not flow");

    private final String words;

    AlarmKind(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
