package aftercare.escalation.oncall;

import aftercare.schemas.StaffId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By which ways each person can be reached: those they have verified, and those that nobody has. */
record Reach(Map<StaffId, Set<ContactKind>> verified, Map<StaffId, Set<ContactKind>> unverified) {
    Reach {
        verified = Map.copyOf(verified);
        unverified = Map.copyOf(unverified);
    }

    /** By a way of theirs that is verified and is one of these. */
    boolean surely(StaffId staff, List<Notification> by) {
        return meets(verified, staff, by);
    }

    /** By one of these, verified or, for those who have verified nothing, not. */
    boolean perhaps(StaffId staff, List<Notification> by) {
        return verified.containsKey(staff) ? surely(staff, by) : meets(unverified, staff, by);
    }

    boolean hasVerified(StaffId staff) {
        return verified.containsKey(staff);
    }

    private static boolean meets(Map<StaffId, Set<ContactKind>> ways, StaffId staff, List<Notification> by) {
        var own = ways.getOrDefault(staff, Collections.emptySet());
        return by.stream().map(Notification::by).anyMatch(own::contains);
    }
}
