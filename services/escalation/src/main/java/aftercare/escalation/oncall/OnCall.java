package aftercare.escalation.oncall;

import aftercare.schemas.escalation.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The one type that answers who is on call at an instant: the policy's steps in order, repeated for ever by whoever pages. */
@Component
public class OnCall {
    private final Policies policies;
    private final StaffRoster roster;
    private final Contacts contacts;
    private final Turns turns;

    OnCall(Policies policies, StaffRoster roster, Contacts contacts, Turns turns) {
        this.policies = policies;
        this.roster = roster;
        this.contacts = contacts;
        this.turns = turns;
    }

    /** By when somebody should have a case of this cause. */
    public Duration acknowledgeWithin(Cause cause) {
        return policies.of(cause).acknowledgeWithin();
    }

    /** The rungs for a case of this cause. A rung nobody can be reached on is there, and empty; the last ones are everyone and the director. */
    public List<Rung> at(Instant now, Cause cause) {
        return new Ladder(roster.all(), contacts.reach(), turns.at(now)).rungs(policies.of(cause));
    }
}
