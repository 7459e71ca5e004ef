package aftercare.simulator.calls;

/** How far a call has come. */
public enum Progress {
    RINGING("ringing"),
    IN_PROGRESS("in-progress"),
    COMPLETED("completed"),
    BUSY("busy"),
    NO_ANSWER("no-answer"),
    FAILED("failed"),
    CANCELED("canceled");

    private final String twilio;

    Progress(String twilio) {
        this.twilio = twilio;
    }

    String twilio() {
        return twilio;
    }

    public boolean isOver() {
        return switch (this) {
            case RINGING, IN_PROGRESS -> false;
            case COMPLETED, BUSY, NO_ANSWER, FAILED, CANCELED -> true;
        };
    }
}
