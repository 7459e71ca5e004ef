package aftercare.escalation.oncall.rotations;

import aftercare.schemas.StaffId;
import java.time.Instant;

/** Half of an accepted swap: what is the turn of one becomes another's. */
record Handing(StaffId gives, StaffId takes, Instant from, Instant until) {
    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
