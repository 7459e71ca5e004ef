package aftercare.escalation.oncall;

import aftercare.schemas.escalation.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether somebody can be reached for sure at each minute of the next two weeks. */
@Component
public class Coverage {
    private static final Duration AHEAD = Duration.ofDays(14);

    private final Policies policies;
    private final StaffRoster roster;
    private final Contacts contacts;
    private final Turns turns;

    Coverage(Policies policies, StaffRoster roster, Contacts contacts, Turns turns) {
        this.policies = policies;
        this.roster = roster;
        this.contacts = contacts;
        this.turns = turns;
    }

    /** Whether somebody can be reached for sure about a crisis at each minute of the span. */
    public boolean covers(Instant from, Instant until) {
        var rules = new HoleRules(roster.all(), contacts.reach());
        return rules.holes(policies.of(Cause.CRISIS), turns.between(from, until))
                .isEmpty();
    }

    /** By policy, soonest first. */
    public List<Hole> holes(Instant now) {
        var rules = new HoleRules(roster.all(), contacts.reach());
        var spans = turns.between(now, now.plus(AHEAD));
        return policies.all().stream()
                .flatMap(policy -> rules.holes(policy, spans).stream())
                .toList();
    }
}
