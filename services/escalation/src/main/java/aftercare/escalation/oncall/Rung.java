package aftercare.escalation.oncall;

import aftercare.schemas.StaffId;
import java.time.Duration;
import java.util.List;

/** One step of the policy, with those who can be reached now. {@code within}: what they have before the next step. */
public record Rung(List<StaffId> people, Duration within) {
    public Rung {
        people = List.copyOf(people);
    }

    public boolean isEmpty() {
        return people.isEmpty();
    }
}
