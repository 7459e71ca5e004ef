package aftercare.messaging.gate;

import aftercare.schemas.escalation.HoldScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A hold somebody placed. A date on it is when a human looks again: nothing ends by itself. */
public record HoldStanding(
        HoldScope scope, Instant placedAt, @Nullable Instant releasedAt) {

    boolean holds() {
        return releasedAt == null || releasedAt.isBefore(placedAt);
    }
}
