package aftercare.journeys.planning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What should be said to a patient and when.
 *
 * @param looksAgainAt when time alone may change the plan
 */
public record Plan(List<Occasion> occasions, Optional<Instant> looksAgainAt) {
    public Plan {
        occasions = List.copyOf(occasions);
    }
}
