package aftercare.escalation.oncall.rotations;

import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.UUID;

/** Somebody takes a rotation for a while, whoever's turn it is. */
record ShiftOverride(UUID id, String rotation, StaffId staff, Instant from, Instant until) {
    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
