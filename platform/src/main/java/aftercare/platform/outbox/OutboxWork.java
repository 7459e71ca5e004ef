package aftercare.platform.outbox;

import aftercare.platform.clock.WorkSource;
import java.time.Instant;
import java.util.Optional;

/** Events that are not published yet. */
final class OutboxWork implements WorkSource {
    private final OutboxRows rows;

    OutboxWork(OutboxRows rows) {
        this.rows = rows;
    }

    @Override
    public int pending(Instant now) {
        return rows.unpublishedCount();
    }

    @Override
    public Optional<Instant> nextDueAfter(Instant now) {
        return Optional.empty();
    }
}
