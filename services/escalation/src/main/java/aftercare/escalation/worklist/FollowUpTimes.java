package aftercare.escalation.worklist;

import aftercare.escalation.site.StaffedHours;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * When somebody speaks with a patient again after a case. A time at which nobody is in moves to the end of the staffed hours before it, so that
 * the call is not late; where that is too soon after the case, to the next morning; and where that is beyond three days, not at all.
 */
record FollowUpTimes(StaffedHours hours) {
    static final Map<String, Duration> SPANS = Map.of("24 h", Duration.ofDays(1), "72 h", Duration.ofDays(3));
    private static final Duration NEVER_LATER = Duration.ofDays(3);

    Instant due(Duration span, Instant resolvedAt) {
        var promised = resolvedAt.plus(span);
        if (hours.isStaffed(promised)) {
            return promised;
        }
        var before = hours.lastEnd(promised);
        if (!before.isBefore(resolvedAt.plus(span.dividedBy(2)))) {
            return before;
        }
        var after = hours.next(promised);
        return after.isAfter(resolvedAt.plus(NEVER_LATER)) ? promised : after;
    }
}
