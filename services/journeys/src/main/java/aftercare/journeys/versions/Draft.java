package aftercare.journeys.versions;

import java.time.Instant;

/** The next version while it is being written. */
record Draft(
        JourneyDocument journey, int basedOn, Instant startedAt, String startedBy, Instant editedAt, String editedBy) {}
