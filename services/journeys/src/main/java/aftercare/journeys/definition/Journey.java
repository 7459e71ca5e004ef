package aftercare.journeys.definition;

import aftercare.schemas.messaging.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A journey as published.
 *
 * @param settle how long a visit's time must stand before a text speaks of it
 * @param dischargeAfterEnd after the planned end, when a discharge that nobody reported is presumed
 * @param dischargeAfterStart the same after the start, where no end is planned
 * @param seriesGap sessions without a series that lie no further apart belong together
 * @param maintenanceEvery how long after the last session the next is due; none: the clinic names no interval
 * @param sendHours the hours outside of which nothing is said to a patient, local to them
 */
public record Journey(
        String id,
        Duration settle,
        Duration dischargeAfterEnd,
        Duration dischargeAfterStart,
        Duration seriesGap,
        @Nullable Duration maintenanceEvery,
        SendHours sendHours,
        Budget budget,
        List<Touchpoint> touchpoints,
        List<Topic> topics) {
    public Journey {
        touchpoints = List.copyOf(touchpoints);
        topics = List.copyOf(topics);
    }

    public Optional<Touchpoint> touchpoint(String code) {
        return touchpoints.stream().filter(t -> t.code().equals(code)).findFirst();
    }

    public Optional<Topic> topic(String code) {
        return topics.stream().filter(t -> t.code().equals(code)).findFirst();
    }

    /** Whether a patient must have had an opt-in text before any other. */
    public boolean optsIn() {
        return touchpoints.stream().anyMatch(t -> t.purpose() == Purpose.OPT_IN);
    }
}
