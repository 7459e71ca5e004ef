package aftercare.escalation.oncall.rotations;

import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.UUID;

/** Somebody is not on call for a while. */
record TimeOff(UUID id, StaffId staff, Instant from, Instant until) {
    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
