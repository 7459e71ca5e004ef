package aftercare.escalation.oncall;

import aftercare.escalation.oncall.Turns.Span;
import aftercare.schemas.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the minutes in which nobody can be reached for sure. Those whose turn it is count; everyone and the director do not, for they are
 * the net below. A policy of nothing but these is covered as long as one of them has verified a way.
 */
record HoleRules(List<Staff> people, Reach reach) {
    HoleRules {
        people = List.copyOf(people);
    }

    List<Hole> holes(Policy policy, List<Span> spans) {
        var holes = new ArrayList<Hole>();
        for (var span : spans) {
            var ladder = new Ladder(people, reach, span.duty());
            if (!isCovered(policy, ladder)) {
                add(new Hole(policy.cause(), span.from(), span.until(), unverified(policy, ladder)), holes);
            }
        }
        return List.copyOf(holes);
    }

    private boolean isCovered(Policy policy, Ladder ladder) {
        var hasOwn =
                policy.steps().stream().flatMap(step -> step.who().stream()).anyMatch(target -> !target.isLastResort());
        Predicate<Target> counts = target -> !hasOwn || !target.isLastResort();
        return policy.steps().stream()
                .anyMatch(step -> step.who().stream()
                        .filter(counts)
                        .flatMap(target -> ladder.reachable(target, step.notifications()))
                        .anyMatch(staff -> reach.surely(staff, step.notifications())));
    }

    private List<StaffId> unverified(Policy policy, Ladder ladder) {
        return policy.steps().stream()
                .flatMap(step -> step.who().stream()
                        .filter(target -> !target.isLastResort())
                        .flatMap(ladder::meant)
                        .filter(staff ->
                                isColleague(staff) && !ladder.duty().away().contains(staff))
                        .filter(staff -> !reach.surely(staff, step.notifications())))
                .distinct()
                .toList();
    }

    private boolean isColleague(StaffId id) {
        return people.stream().anyMatch(staff -> staff.id().equals(id));
    }

    private static void add(Hole next, List<Hole> holes) {
        var last = holes.isEmpty() ? null : holes.getLast();
        if (last != null
                && last.until().equals(next.from())
                && last.unverified().equals(next.unverified())) {
            holes.set(holes.size() - 1, new Hole(last.cause(), last.from(), next.until(), last.unverified()));
        } else {
            holes.add(next);
        }
    }
}
