package aftercare.messaging.gate;

import aftercare.schemas.screening.ReplyScreened;
import java.time.Instant;
import java.util.UUID;

/** Hears of each verdict once, in the transaction that takes it and under the line's lock. */
public interface VerdictHearer {
    void heard(UUID eventId, ReplyScreened verdict, BeforeVerdict before, Instant now);
}
