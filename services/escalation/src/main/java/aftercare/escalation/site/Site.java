package aftercare.escalation.site;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The clinic: the name its staff know it by, and its zone. */
@ConfigurationProperties("clinic")
public record Site(
        @DefaultValue("The clinic") String name,
        @DefaultValue("America/New_York") ZoneId zone) {
    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter WITH_DAY = DateTimeFormatter.ofPattern("EEE d MMM HH:mm");

    /** An instant as the clock on the clinic's wall shows it, with the day when it is not today's. */
    public String wallClock(Instant at, Instant now) {
        var local = at.atZone(zone);
        var sameDay = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return local.format(sameDay ? WALL_CLOCK : WITH_DAY);
    }

    /** The same, always with its day. */
    public String wallClockWithDay(Instant at) {
        return at.atZone(zone).format(WITH_DAY);
    }

    /** A time in words: "Sat 7 Mar 18:00 to Sun 8 Mar 08:00 (clinic time)". */
    public String span(Instant from, Instant until) {
        return from.atZone(zone).format(WITH_DAY) + " to " + until.atZone(zone).format(WITH_DAY) + " (clinic time)";
    }

    /** When today began here. */
    public Instant startOfDay(Instant now) {
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
