package aftercare.journeys.versions;

import aftercare.schemas.PatientId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a new version does to one message of one patient.
 *
 * @param from when it would go by the version in force
 * @param to when it would go by the new one
 * @param because why it vanishes: a reason of the plan, or that no touchpoint says it any more
 * @param acrossClockChange between now and the message the patient's clocks change
 */
record Shift(
        Kind kind,
        PatientId patientId,
        String touchpoint,
        @Nullable Instant from,
        @Nullable Instant to,
        ZoneId zone,
        @Nullable String because,
        boolean acrossClockChange) {
    private static final LocalTime LOUD_FROM = LocalTime.of(8, 0);
    private static final LocalTime LOUD_UNTIL = LocalTime.of(21, 0);

    enum Kind {
        MOVES,
        VANISHES,
        APPEARS,
        /** It appears although the same was said, or is planned that day too. */
        DOUBLES
    }

    /** Whether it would go when the law lets nobody be disturbed: before 8 or after 21 o'clock where the patient lives. */
    boolean inQuietHours() {
        if (to == null) {
            return false;
        }
        var local = to.atZone(zone).toLocalTime();
        return local.isBefore(LOUD_FROM) || !local.isBefore(LOUD_UNTIL);
    }
}
