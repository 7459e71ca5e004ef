package aftercare.journeys.definition;

import aftercare.schemas.messaging.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A journey as published.
 *
 * @param settle how long a visit's time must stand before a text speaks of it
 * @param dischargeAfterEnd after the planned end, when a discharge that nobody reported is presumed
 * @param dischargeAfterStart the same after the start, where no end is planned
 */
public record Journey(
        String id,
        Duration settle,
        Duration dischargeAfterEnd,
        Duration dischargeAfterStart,
        List<Touchpoint> touchpoints) {
    public Journey {
        touchpoints = List.copyOf(touchpoints);
    }

    public Optional<Touchpoint> touchpoint(String code) {
        return touchpoints.stream().filter(t -> t.code().equals(code)).findFirst();
    }

    /** Whether a patient must have had an opt-in text before any other. */
    public boolean optsIn() {
        return touchpoints.stream().anyMatch(t -> t.purpose() == Purpose.OPT_IN);
    }
}
