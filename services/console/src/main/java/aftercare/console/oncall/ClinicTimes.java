package aftercare.console.oncall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Times as people in the clinic say them; templates call it. */
@Component
public class ClinicTimes {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final ZoneId zone;

    ClinicTimes(@Value("${clinic.zone}") ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    /** "Eastern Time (America/New_York)". */
    public String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " (" + zone.getId() + ")";
    }

    /** As a browser's {@code datetime-local} writes it. */
    Instant read(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    public String span(Instant from, Instant until) {
        return at(from) + " to " + at(until);
    }

    public String at(Instant instant) {
        return DAY_AND_TIME.format(instant.atZone(zone));
    }
}
