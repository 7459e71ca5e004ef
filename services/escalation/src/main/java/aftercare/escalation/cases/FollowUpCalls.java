package aftercare.escalation.cases;

import aftercare.escalation.worklist.Contacting;
import aftercare.escalation.worklist.WorkDeeds;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls after a case: each stands in the case's history, and one that reached the patient does the work item. */
@Service
class FollowUpCalls {
    private final WorkDeeds work;
    private final CaseHistory history;

    FollowUpCalls(WorkDeeds work, CaseHistory history) {
        this.work = work;
        this.history = history;
    }

    @Transactional
    Contacting log(UUID item, CallOutcome outcome, String words, StaffId who, Instant now) {
        var contacting = work.contact(item, outcome == CallOutcome.REACHED, words, who, now);
        if (contacting instanceof Contacting.Logged(var about) && about.escalationId() != null) {
            history.call(about.escalationId(), now, who.value(), outcome, words);
        }
        return contacting;
    }
}
