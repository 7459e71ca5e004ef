package aftercare.journeys.planning;

import aftercare.schemas.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays a plan over what stands in the table. What was said stays said; laying the same plan twice changes nothing. */
record Changes(PatientId patient, Instant now) {

    List<Change> between(List<PlannedTouchpoint> standing, Plan plan) {
        var rows = standing.stream()
                .collect(Collectors.toMap(PlannedTouchpoint::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        var wanted = new LinkedHashMap<UUID, Occasion>();
        plan.occasions().forEach(occasion -> wanted.put(occasion.id(patient), occasion));
        var changes = new ArrayList<Change>();
        for (var id : both(rows, wanted)) {
            change(rows.get(id), wanted.get(id)).ifPresent(changes::add);
        }
        return changes;
    }

    private static LinkedHashSet<UUID> both(Map<UUID, PlannedTouchpoint> rows, Map<UUID, Occasion> wanted) {
        var ids = new LinkedHashSet<>(rows.keySet());
        ids.addAll(wanted.keySet());
        return ids;
    }

    private Optional<Change> change(@Nullable PlannedTouchpoint row, @Nullable Occasion occasion) {
        if (row == null) {
            return Optional.ofNullable(occasion)
                    .map(wanted -> new Change(PlannedTouchpoint.first(patient, wanted), wanted.isPlanned(), null));
        }
        return switch (row.state()) {
            case PLANNED -> ofPlanned(row, occasion);
            case REQUESTED -> ofRequested(row, occasion);
            case SKIPPED -> ofSkipped(row, occasion);
            case WITHDRAWN -> ofWithdrawn(row, occasion);
            case SENDING, UNCERTAIN, SENT, UNDELIVERED, DELIVERED, HANDED_OVER -> Optional.empty();
        };
    }

    private static Optional<Change> ofPlanned(PlannedTouchpoint row, @Nullable Occasion occasion) {
        if (occasion == null) {
            return Optional.of(new Change(row.dropped(DropReason.SUPERSEDED, null), false, null));
        }
        if (occasion.dropped() != null) {
            return Optional.of(new Change(row.dropped(occasion.dropped(), occasion.inFavourOf()), false, null));
        }
        var moved = row.moved(occasion);
        return moved.equals(row)
                ? Optional.empty()
                : Optional.of(new Change(moved, !Objects.equals(moved.window(), row.window()), null));
    }

    private Optional<Change> ofRequested(PlannedTouchpoint row, @Nullable Occasion occasion) {
        var dropped = occasion == null ? DropReason.SUPERSEDED : occasion.dropped();
        if (dropped != null) {
            return dropped.isLateness()
                    ? Optional.empty()
                    : Optional.of(new Change(
                            row.withdrawn(dropped, occasion == null ? null : occasion.inFavourOf()),
                            false,
                            row.messageId()));
        }
        return occasion == null || row.stillGoesOut(occasion.goesIn(), now)
                ? Optional.empty()
                : Optional.of(
                        new Change(row.withdrawn(DropReason.SUPERSEDED, null).again(occasion), true, row.messageId()));
    }

    private static Optional<Change> ofSkipped(PlannedTouchpoint row, @Nullable Occasion occasion) {
        return occasion != null && occasion.isPlanned() && row.mayGoAgain(occasion.goesIn())
                ? Optional.of(new Change(row.again(occasion), true, null))
                : Optional.empty();
    }

    private static Optional<Change> ofWithdrawn(PlannedTouchpoint row, @Nullable Occasion occasion) {
        if (occasion == null
                || (occasion.dropped() != null && occasion.dropped().isLateness())) {
            return Optional.empty();
        }
        if (occasion.isPlanned()) {
            return Optional.of(new Change(row.again(occasion), true, null));
        }
        var next = row.dropped(Objects.requireNonNull(occasion.dropped()), occasion.inFavourOf());
        return next.equals(row) ? Optional.empty() : Optional.of(new Change(next, false, null));
    }
}
