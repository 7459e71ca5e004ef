package aftercare.escalation.cases;

import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.problems.Problems;
import aftercare.escalation.site.Site;
import aftercare.schemas.StaffId;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Why a deed was not done to a case, with who was first and when. */
@Component
class CaseProblems {
    private final StaffRoster roster;
    private final Site site;

    CaseProblems(StaffRoster roster, Site site) {
        this.roster = roster;
        this.site = site;
    }

    static ResponseEntity<?> done() {
        return ResponseEntity.noContent().build();
    }

    static ResponseEntity<?> noSuchCase() {
        return Problems.notFound("no-such-case", "There is no such case.");
    }

    ResponseEntity<?> alreadyTaken(StaffId by, Instant at, Instant now) {
        return Problems.conflict(
                "already-taken",
                roster.calledName(by) + " already took this case at " + site.wallClock(at, now)
                        + ". Speak with them if you should have it.");
    }

    ResponseEntity<?> alreadyOnThePhone(StaffId by, Instant now) {
        return Problems.conflict(
                "already-on-the-phone",
                roster.calledName(by)
                        + " said before you that they are on the phone with the patient, and has the case at "
                        + site.wallClock(now, now) + ". Speak with them.");
    }

    ResponseEntity<?> alreadyResolved(StaffId by, Instant at, Instant now) {
        return Problems.conflict(
                "already-resolved",
                roster.calledName(by) + " already resolved this case at " + site.wallClock(at, now)
                        + ". Open it again if somebody is still needed.");
    }

    ResponseEntity<?> notYours(StaffId by) {
        return Problems.conflict(
                "not-yours", roster.calledName(by) + " has this case: only they pass it on. Speak with them.");
    }
}
