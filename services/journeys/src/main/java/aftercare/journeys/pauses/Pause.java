package aftercare.journeys.pauses;

import aftercare.schemas.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pause, running, over or to come.
 *
 * @param until none: until somebody resumes
 */
record Pause(
        UUID id,
        Scope scope,
        @Nullable PatientId patientId,
        @Nullable String touchpoint,
        Instant since,
        @Nullable Instant until,
        String reason,
        String pausedBy,
        @Nullable String resumedBy) {

    boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** Without the reason (S9). */
    @Override
    public String toString() {
        return "Pause[" + id + " " + scope + "]";
    }
}
