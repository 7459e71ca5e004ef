package aftercare.escalation.oncall;

import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.Cause;
import java.time.Instant;
import java.util.List;

/**
 * A time in which a policy reaches nobody for sure before its last rungs.
 *
 * @param until the first instant that is not part of it
 * @param unverified who should be reachable then and has not verified a way that the policy uses
 */
public record Hole(Cause cause, Instant from, Instant until, List<StaffId> unverified) {
    public Hole {
        unverified = List.copyOf(unverified);
    }
}
