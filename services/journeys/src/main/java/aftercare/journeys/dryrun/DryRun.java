package aftercare.journeys.dryrun;

import aftercare.journeys.planning.Why;
import aftercare.schemas.messaging.Purpose;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be said.
 *
 * @param at from when on; what would have gone before is not in it
 * @param visits the sessions as they were taken
 * @param lines by the time they would go; what is dropped stands where it would have gone
 */
record DryRun(Instant at, ZoneId zone, List<Visit> visits, List<Line> lines) {

    record Visit(String id, Instant startsAt, String route) {}

    /**
     * @param text merged; none where nothing goes
     * @param because why it does not go, in words
     * @param reminder it reminds of the touchpoint's question
     * @param said it has gone already
     * @param clocksChanged the patient's clocks stand otherwise then than at the beginning
     */
    record Line(
            String touchpoint,
            String name,
            Purpose purpose,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            ZoneId zone,
            @Nullable String text,
            @Nullable String language,
            int parts,
            @Nullable String reason,
            @Nullable String because,
            Why why,
            boolean reminder,
            boolean said,
            boolean clocksChanged) {

        /** Without the text. */
        @Override
        public String toString() {
            return "Line[" + touchpoint + "]";
        }
    }
}
