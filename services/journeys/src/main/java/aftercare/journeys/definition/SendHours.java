package aftercare.journeys.definition;

import aftercare.schemas.messaging.Window;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;

/** Local hours in which a text may go out, {@code to} excluded. */
public record SendHours(LocalTime from, LocalTime to) {
    private static final Pattern HOURS = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    /**
     * Reads {@code 09:00-20:00}.
     *
     * @throws IllegalArgumentException when it is no such span within one day
     */
    public static SendHours parse(String text) {
        var matcher = HOURS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is no span such as 09:00-20:00");
        }
        var hours = new SendHours(LocalTime.parse(matcher.group(1)), LocalTime.parse(matcher.group(2)));
        if (!hours.from.isBefore(hours.to)) {
            throw new IllegalArgumentException("does not end after it begins");
        }
        return hours;
    }

    /**
     * These hours on one day. On a night the clocks change, a time that does not exist moves forward by the gap, and a time that exists
     * twice is its first occurrence.
     */
    public Window on(LocalDate day, ZoneId zone) {
        return new Window(
                ZonedDateTime.of(day, from, zone).toInstant(),
                ZonedDateTime.of(day, to, zone).toInstant());
    }

    /** Whether the other hours lie within these. */
    public boolean hold(SendHours other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
