package aftercare.escalation.oncall;

import aftercare.schemas.StaffId;
import java.time.Duration;
import java.util.List;

/**
 * One step of a policy, with those who can be reached now.
 *
 * @param within what they have before the next step
 * @param notifications how each of them is tried, in order of time
 */
public record Rung(List<StaffId> people, Duration within, List<Notification> notifications) {
    public Rung {
        people = List.copyOf(people);
        notifications = List.copyOf(notifications);
    }

    public Rung(List<StaffId> people, Duration within) {
        this(people, within, List.of(Notification.TEXT_AT_ONCE));
    }

    public boolean isEmpty() {
        return people.isEmpty();
    }
}
