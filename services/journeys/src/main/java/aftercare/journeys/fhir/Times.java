package aftercare.journeys.fhir;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;

/** Instants as FHIR writes them: local, with the zone's offset on that day. */
final class Times {
    private Times() {}

    static DateTimeType at(Instant at, ZoneId zone) {
        return new DateTimeType(written(at, zone));
    }

    static InstantType instant(Instant at, ZoneId zone) {
        return new InstantType(written(at, zone));
    }

    private static String written(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.MILLIS).atZone(zone));
    }
}
