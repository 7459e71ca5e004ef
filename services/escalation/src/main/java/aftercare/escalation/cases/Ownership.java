package aftercare.escalation.cases;

import aftercare.escalation.oncall.Notices;
import aftercare.escalation.oncall.StaffRoster;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.AckChannel;
import aftercare.schemas.escalation.Acknowledged;
import aftercare.schemas.escalation.Reassigned;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives a case to one human, and tells whoever had it. Called with the case's row locked. */
@Component
class Ownership {
    private final Cases cases;
    private final CaseHistory history;
    private final Pager pager;
    private final Notices notices;
    private final StaffRoster roster;

    Ownership(Cases cases, CaseHistory history, Pager pager, Notices notices, StaffRoster roster) {
        this.cases = cases;
        this.history = history;
        this.pager = pager;
        this.notices = notices;
        this.roster = roster;
    }

    /** Why a case goes from one to another. */
    enum Passing {
        OFFERED(" has taken case %s from you, as you asked."),
        WENT_QUIET(" has taken case %s over: it had been quiet."),
        ON_THE_PHONE(" is on the phone with the patient of your case %s, and has it now.");

        private final String words;

        Passing(String words) {
            this.words = words;
        }
    }

    void taken(Case taken, StaffId who, AckChannel via, Instant now) {
        cases.move(taken);
        history.tell(taken, new Acknowledged(taken.id(), who, via, now), who.value(), Map.of("via", via.name()));
        pager.accompany(taken, now);
    }

    void passed(Case passed, StaffId from, StaffId to, Passing how, Instant now) {
        cases.move(passed);
        history.tell(
                passed,
                new Reassigned(passed.id(), from, to, now),
                to.value(),
                Map.of("from", from.value(), "how", how.name()));
        pager.accompany(passed, now);
        notices.tell(from, roster.calledName(to) + how.words.formatted(passed.called()));
    }
}
