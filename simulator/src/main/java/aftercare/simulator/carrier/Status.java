package aftercare.simulator.carrier;

/** How far a text has come. */
public enum Status {
    QUEUED("queued"),
    SENT("sent"),
    DELIVERED("delivered"),
    UNDELIVERED("undelivered"),
    /** Typed, and no webhook has taken it yet. */
    RECEIVING("receiving"),
    RECEIVED("received"),
    /** Typed, and every attempt at the webhook failed. The carrier's list still shows it as received. */
    NOT_TAKEN("received");

    private final String twilio;

    Status(String twilio) {
        this.twilio = twilio;
    }

    String twilio() {
        return twilio;
    }
}
