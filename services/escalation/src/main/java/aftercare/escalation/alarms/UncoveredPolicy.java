package aftercare.escalation.alarms;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When a hole in on-call is told: a day ahead and by day; by night only what comes before the next day is over. */
final class UncoveredPolicy {
    private static final Duration BY_DAY = Duration.ofHours(36);
    private static final Duration BY_NIGHT = Duration.ofHours(12);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private UncoveredPolicy() {}

    enum Telling {
        RAISE,
        /** Whatever was said stands, and nobody is woken to hear it. */
        LEAVE,
        CLEAR
    }

    /** @param hole when the next one begins; none within two weeks */
    static Telling decide(@Nullable Instant hole, Instant now, ZoneId zone) {
        if (hole == null || hole.isAfter(now.plus(BY_DAY))) {
            return Telling.CLEAR;
        }
        return isDay(now, zone) || !hole.isAfter(now.plus(BY_NIGHT)) ? Telling.RAISE : Telling.LEAVE;
    }

    private static boolean isDay(Instant now, ZoneId zone) {
        var time = now.atZone(zone).toLocalTime();
        return !time.isBefore(MORNING) && time.isBefore(EVENING);
    }
}
