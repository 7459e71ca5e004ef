package aftercare.messaging.rescreening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param ending DONE, SUPERSEDED by a later version, or absent while it goes on
 * @param replies how many it is about; {@code sent} and {@code answered} are of these
 * @param foundLate CRISIS now, and were not
 */
record Progress(
        UUID run,
        String version,
        Instant since,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String ending,
        int replies,
        int sent,
        int answered,
        int foundLate) {}
