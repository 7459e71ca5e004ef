package aftercare.simulator.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The clinic's name and zone, in which people read times. */
@ConfigurationProperties("clinic")
public record ClinicZone(
        @DefaultValue("Harbor Clinic") String name,
        @DefaultValue("America/New_York") ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.UK);

    public String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    public String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /** As a browser's date and time field wants it. */
    public String input(Instant at) {
        return INPUT.format(at.atZone(zone));
    }

    String dayAndTime(Instant at) {
        return day(at) + ", " + time(at);
    }
}
