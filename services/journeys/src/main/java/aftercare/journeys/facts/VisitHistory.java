package aftercare.journeys.facts;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import aftercare.journeys.facts.Fact.CheckInSeen;
import aftercare.journeys.facts.Fact.CheckInStep;
import aftercare.journeys.facts.Fact.FromClinic;
import aftercare.journeys.facts.Fact.VisitChange;
import aftercare.journeys.facts.Fact.VisitSeen;
import aftercare.journeys.facts.RecordOrder.Placed;
import aftercare.journeys.facts.Visit.Standing;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All facts about one appointment, in the order the clinic knew them, and the visit they add up to. */
final class VisitHistory {
    /** A patient who came earlier than this came to an earlier time of a visit that was moved since. */
    private static final Duration EARLIEST_ARRIVAL = Duration.ofHours(12);

    private final AppointmentId id;
    private final List<Placed<FromClinic>> facts;

    private VisitHistory(AppointmentId id, List<Placed<FromClinic>> facts) {
        this.id = id;
        this.facts = facts;
    }

    static Visit visit(AppointmentId id, List<FromClinic> facts) {
        var history = new VisitHistory(id, RecordOrder.of(facts));
        return history.booking().map(history::booked).orElseGet(history::unbooked);
    }

    /** What was booked last, since when at that time, and whether it stood before any check-in was looked at. */
    private record Booking(
            VisitSeen seen, @Nullable Instant bookedAt, Instant timeSetAt, Standing standing, Instant standingSince) {}

    private Optional<Booking> booking() {
        Booking booking = null;
        for (var placed : facts) {
            if (placed.fact() instanceof VisitSeen seen) {
                booking = next(booking, seen, placed.recordedAt());
            }
        }
        return Optional.ofNullable(booking);
    }

    private static Booking next(@Nullable Booking before, VisitSeen seen, Instant at) {
        var standing = standingAfter(before, seen);
        var booked = standing == Standing.BOOKED ? at : null;
        if (before == null) {
            return new Booking(seen, booked, at, standing, at);
        }
        boolean rebooked = standing == Standing.BOOKED && before.standing() != Standing.BOOKED;
        boolean sameTime = before.seen().startsAt().equals(seen.startsAt()) && !rebooked;
        return new Booking(
                seen,
                before.bookedAt() == null ? booked : before.bookedAt(),
                sameTime ? before.timeSetAt() : at,
                standing,
                seen.change() == VisitChange.MODIFIED ? before.standingSince() : at);
    }

    private static Standing standingAfter(@Nullable Booking before, VisitSeen seen) {
        return switch (seen.change()) {
            case BOOKED, RESCHEDULED -> Standing.BOOKED;
            case MODIFIED -> before == null ? Standing.BOOKED : before.standing();
            case NO_SHOW -> Standing.NO_SHOW;
            case CANCELLED -> Standing.CANCELLED;
        };
    }

    private Visit booked(Booking booking) {
        var seen = booking.seen();
        var steps = steps(booking);
        // A check-in recorded after a no-show or a cancellation shows that the patient came after all.
        boolean cameAfterAll =
                steps.values().stream().anyMatch(step -> step.recordedAt().isAfter(booking.standingSince()));
        return new Visit(
                id,
                said(steps, CheckInSeen::kind).orElse(seen.kind()),
                said(steps, CheckInSeen::route).orElse(seen.route()),
                cameAfterAll ? Standing.BOOKED : booking.standing(),
                booking.standingSince(),
                seen.series(),
                seen.number(),
                seen.startsAt(),
                seen.endsAt(),
                seen.zone(),
                booking.bookedAt(),
                booking.timeSetAt(),
                cameAt(steps),
                at(steps, CheckInStep.COMPLETED));
    }

    /** A check-in to a visit nobody booked with us is a session: a check too many is better than none after a dose. */
    private Visit unbooked() {
        var steps = steps(null);
        var first = facts.getFirst();
        var startsAt = earliest(checkIns().map(placed -> placed.fact().at()));
        return new Visit(
                id,
                said(steps, CheckInSeen::kind).orElse(VisitKind.SESSION),
                said(steps, CheckInSeen::route).orElse(Route.UNKNOWN),
                Standing.BOOKED,
                first.recordedAt(),
                null,
                null,
                Objects.requireNonNull(startsAt),
                null,
                null,
                null,
                first.recordedAt(),
                cameAt(steps),
                at(steps, CheckInStep.COMPLETED));
    }

    private record Step(CheckInSeen seen, Instant recordedAt) {}

    /** The steps that hold: the last word on each, unless that took it back or it belongs to an earlier time of the visit. */
    private Map<CheckInStep, Step> steps(@Nullable Booking booking) {
        var steps = new EnumMap<CheckInStep, Step>(CheckInStep.class);
        checkIns().forEach(placed -> steps.put(placed.fact().step(), new Step(placed.fact(), placed.recordedAt())));
        steps.values()
                .removeIf(step -> step.seen().enteredInError() || (booking != null && isOfEarlierTime(step, booking)));
        return steps;
    }

    private static boolean isOfEarlierTime(Step step, Booking booking) {
        return step.recordedAt().isBefore(booking.timeSetAt())
                && step.seen().at().isBefore(booking.seen().startsAt().minus(EARLIEST_ARRIVAL));
    }

    private Stream<Placed<CheckInSeen>> checkIns() {
        var checkIns = new ArrayList<Placed<CheckInSeen>>();
        for (var placed : facts) {
            if (placed.fact() instanceof CheckInSeen seen) {
                checkIns.add(new Placed<>(seen, placed.recordedAt()));
            }
        }
        return checkIns.stream();
    }

    private static <T> Optional<T> said(
            Map<CheckInStep, Step> steps, java.util.function.Function<CheckInSeen, @Nullable T> what) {
        return steps.values().stream()
                .sorted(comparing(Step::recordedAt)
                        .reversed()
                        .thenComparing(step -> step.seen().step(), java.util.Comparator.reverseOrder()))
                .flatMap(step -> Stream.ofNullable(what.apply(step.seen())))
                .findFirst();
    }

    private static @Nullable Instant cameAt(Map<CheckInStep, Step> steps) {
        return earliest(Stream.of(CheckInStep.ARRIVED, CheckInStep.STARTED)
                .flatMap(step -> Stream.ofNullable(at(steps, step))));
    }

    private static @Nullable Instant at(Map<CheckInStep, Step> steps, CheckInStep which) {
        var step = steps.get(which);
        return step == null ? null : step.seen().at();
    }

    private static @Nullable Instant earliest(Stream<Instant> instants) {
        return instants.min(naturalOrder()).orElse(null);
    }
}
