package aftercare.escalation.paging;

import aftercare.escalation.cases.Case;
import aftercare.escalation.exercises.CanaryPager;
import aftercare.escalation.oncall.OnCall;
import aftercare.escalation.oncall.Rung;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom a case pages: on-call, as its policy says; of a canary nobody but its own pager. */
@Component
class CaseLadder {
    private final OnCall onCall;
    private final CanaryPager canary;

    CaseLadder(OnCall onCall, CanaryPager canary) {
        this.onCall = onCall;
        this.canary = canary;
    }

    List<Rung> of(Case found, Instant now) {
        return switch (found.origin()) {
            case PATIENT, DRILL -> onCall.at(now, found.cause());
            case CANARY -> List.of(canary.rung());
        };
    }
}
