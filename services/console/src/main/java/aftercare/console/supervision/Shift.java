package aftercare.console.supervision;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** The shift that an instant lies in: by day from 07:00 to 19:00, else by night. */
record Shift(boolean day, Instant from, Instant until) {
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(19, 0);

    static Shift at(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        var today = local.toLocalDate();
        var time = local.toLocalTime();
        if (time.isBefore(MORNING)) {
            return new Shift(false, at(today.minusDays(1).atTime(EVENING), zone), at(today.atTime(MORNING), zone));
        }
        return time.isBefore(EVENING)
                ? new Shift(true, at(today.atTime(MORNING), zone), at(today.atTime(EVENING), zone))
                : new Shift(
                        false,
                        at(today.atTime(EVENING), zone),
                        at(today.plusDays(1).atTime(MORNING), zone));
    }

    private static Instant at(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }
}
