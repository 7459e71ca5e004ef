package aftercare.escalation.oncall;

import aftercare.escalation.oncall.Target.Director;
import aftercare.escalation.oncall.Target.Everyone;
import aftercare.schemas.escalation.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whom to page in which order about a cause.
 *
 * @param acknowledgeWithin when somebody should have it; everyone has been paged by then
 * @param version how often it was saved; 0 as the settings have it
 */
record Policy(Cause cause, Duration acknowledgeWithin, List<Step> steps, int version) {
    private static final Duration LAST_RESORT_WITHIN = Duration.ofMinutes(5);

    Policy {
        steps = List.copyOf(steps);
    }

    /** Its steps and, where it lacks them, the last rungs that always exist: everyone, then the director. */
    List<Step> withLastRungs() {
        var ladder = new ArrayList<>(steps);
        var everyone = lastMeaning(new Everyone());
        if (everyone < 0) {
            ladder.add(lastRung(new Everyone()));
        }
        if (lastMeaning(new Director()) < everyone || everyone < 0) {
            ladder.add(lastRung(new Director()));
        }
        return List.copyOf(ladder);
    }

    private int lastMeaning(Target target) {
        return steps.stream().map(step -> step.means(target)).toList().lastIndexOf(true);
    }

    /** By the ways its last own step has, at once. */
    private Step lastRung(Target target) {
        var notifications = steps.isEmpty()
                ? List.of(Notification.TEXT_AT_ONCE)
                : steps.getLast().notifications();
        return new Step(List.of(target), LAST_RESORT_WITHIN, notifications);
    }

    /** Without whatever this takes away; a step that means nobody any more goes too. */
    Policy without(Predicate<Target> gone) {
        var left = steps.stream()
                .map(step -> new Step(
                        step.who().stream().filter(gone.negate()).toList(), step.within(), step.notifications()))
                .filter(step -> !step.who().isEmpty())
                .toList();
        return new Policy(cause, acknowledgeWithin, left, version);
    }

    boolean names(Target target) {
        return steps.stream().anyMatch(step -> step.means(target));
    }
}
