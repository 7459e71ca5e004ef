package aftercare.schemas.messaging;

import java.time.Instant;

/** When a text may go out: from {@code opensAt} (inclusive) to {@code closesAt} (exclusive). Late is never (S6). */
public record Window(Instant opensAt, Instant closesAt) {
    /** Whether a text may go out at {@code now}. */
    public boolean holds(Instant now) {
        return !now.isBefore(opensAt) && now.isBefore(closesAt);
    }
}
