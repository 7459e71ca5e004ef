package aftercare.journeys.planning;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When somebody must next look after a patient's plan. */
record NextDue(OptInFirst optIn, Instant now) {

    Optional<Instant> of(Collection<PlannedTouchpoint> touchpoints, @Nullable Instant looksAgainAt) {
        return Stream.concat(
                        Stream.ofNullable(looksAgainAt), touchpoints.stream().flatMap(this::dueOf))
                .min(naturalOrder());
    }

    private Stream<Instant> dueOf(PlannedTouchpoint touchpoint) {
        var window = touchpoint.window();
        if (touchpoint.waitsForWords()) {
            return Stream.of(Objects.requireNonNull(touchpoint.silentAt()));
        }
        if (window == null) {
            return Stream.empty();
        }
        return switch (touchpoint.state()) {
            case PLANNED -> Stream.of(waits(touchpoint) ? window.closesAt() : window.opensAt());
            // A persistent one is planned for the next day when today's window is over.
            case SKIPPED ->
                touchpoint.persist() && now.isBefore(window.closesAt()) ? Stream.of(window.closesAt()) : Stream.empty();
            case REQUESTED, SENDING, UNCERTAIN, SENT, UNDELIVERED, DELIVERED, WITHDRAWN, HANDED_OVER -> Stream.empty();
        };
    }

    /** What can't go out although its window is open is looked at again when the window closes, to be skipped. */
    private boolean waits(PlannedTouchpoint touchpoint) {
        return optIn.holdsBack(touchpoint) || touchpoint.awaits() != null;
    }
}
