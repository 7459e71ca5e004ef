package aftercare.escalation.protocol;

import aftercare.schemas.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a step stands. {@code by} and {@code at} tell of the last change, also where a tick was taken back. */
record Tick(
        ProtocolStep step,
        boolean done,
        boolean byDeed,
        @Nullable StaffId by,
        @Nullable Instant at) {
    static Tick open(ProtocolStep step) {
        return new Tick(step, false, step.tickedByDeed(), null, null);
    }
}
