package aftercare.intake.cloudevents;

import java.util.List;

/** Nothing of the call was taken. */
final class EventsRefused extends RuntimeException {
    private final int httpStatus;
    private final String kind;
    private final String detail;
    private final List<Fault> faults;

    EventsRefused(int httpStatus, String kind, String detail, List<Fault> faults) {
        super("Refused with HTTP " + httpStatus);
        this.httpStatus = httpStatus;
        this.kind = kind;
        this.detail = detail;
        this.faults = List.copyOf(faults);
    }

    static EventsRefused unreadable(String detail) {
        return new EventsRefused(400, "event-unreadable", detail, List.of());
    }

    static EventsRefused faulty(List<Fault> faults) {
        return new EventsRefused(
                422,
                "event-faulty",
                "Nothing was taken. Mend what is listed under faults and send all of it again.",
                faults);
    }

    int httpStatus() {
        return httpStatus;
    }

    String kind() {
        return kind;
    }

    String detail() {
        return detail;
    }

    List<Fault> faults() {
        return faults;
    }
}
