package aftercare.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clinic clock as others see it.
 *
 * @param lead how far it stands ahead of machine time
 * @param until where the play under way ends
 * @param pausedBy escalation, person, unreachable or not-quiet; null when the last play came to its end
 * @param stoppedAt clinic time at which the last play ended
 * @param reason why it ended there, for a person to read
 */
public record ClockView(
        Instant now,
        Duration lead,
        boolean playing,
        @Nullable Instant until,
        @Nullable String pausedBy,
        @Nullable Instant stoppedAt,
        @Nullable String reason) {}
