package aftercare.journeys.versions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the journey, published or to be.
 *
 * @param inForceFrom when it took effect; none for one that never did
 * @param undoes the version that it took back
 */
record Version(
        int number,
        VersionState state,
        InFlight inFlight,
        Instant publishedAt,
        String publishedBy,
        @Nullable Instant takesEffectAt,
        @Nullable Instant inForceFrom,
        @Nullable Integer undoes) {}
