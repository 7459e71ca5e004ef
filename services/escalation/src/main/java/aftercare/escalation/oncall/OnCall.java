package aftercare.escalation.oncall;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The one type that answers who is on call at an instant: the policy's steps in order, repeated for ever by whoever pages. */
@Component
public class OnCall {
    private final PolicySettings policy;
    private final StaffRoster roster;

    OnCall(PolicySettings policy, StaffRoster roster) {
        this.policy = policy;
        this.roster = roster;
    }

    /** A rung nobody can be reached on is there, and empty. */
    public List<Rung> at(Instant now) {
        var reachable = roster.all().stream().filter(Staff::canBePaged).toList();
        return policy.steps().stream()
                .map(step -> new Rung(
                        step.who().stream()
                                .flatMap(who -> named(who, reachable))
                                .map(Staff::id)
                                .distinct()
                                .toList(),
                        step.within()))
                .toList();
    }

    private static Stream<Staff> named(String who, List<Staff> reachable) {
        return switch (who) {
            case "everyone" -> reachable.stream();
            case "director" -> reachable.stream().filter(Staff::isDirector);
            default -> reachable.stream().filter(staff -> staff.id().value().equals(who));
        };
    }
}
