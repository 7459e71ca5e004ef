package aftercare.escalation.oncall;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * One step of a policy.
 *
 * @param within what those it means have before the next step
 * @param notifications how each of them is tried, in order of time
 */
record Step(List<Target> who, Duration within, List<Notification> notifications) {
    Step {
        who = List.copyOf(who);
        notifications = notifications.stream()
                .sorted(Comparator.comparing(Notification::after))
                .toList();
    }

    boolean means(Target target) {
        return who.contains(target);
    }
}
