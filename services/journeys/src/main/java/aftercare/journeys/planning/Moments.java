package aftercare.journeys.planning;

import static java.util.Comparator.comparing;

import aftercare.journeys.definition.Anchor;
import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.Offset;
import aftercare.journeys.definition.Rank;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.facts.Visit;
import aftercare.journeys.facts.Visit.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened, or will, that a touchpoint's anchor names. */
final class Moments {
    /** A no-show that is told much later than this after the visit was told for the records. */
    private static final Duration HISTORY_OF_NO_SHOW = Duration.ofHours(18);

    private final Known known;
    private final PatientHistory history;
    private final Journey journey;
    private final Course course;
    private final Zones zones;
    private final Instant now;

    Moments(Known known, Journey journey, Course course, Zones zones, Instant now) {
        this.known = known;
        this.history = known.history();
        this.journey = journey;
        this.course = course;
        this.zones = zones;
        this.now = now;
    }

    Stream<Moment> of(Touchpoint touchpoint) {
        var anchor = touchpoint.timing().anchor();
        var repeat = touchpoint.timing().repeat();
        if (anchor == Anchor.SERIES) {
            return course.series().flatMap(series -> through(series, touchpoint));
        }
        var once = once(anchor, touchpoint);
        return repeat == null
                ? once
                : once.flatMap(moment ->
                        IntStream.range(0, repeat.most()).mapToObj(times -> moment.repeated(repeat.every(), times)));
    }

    private Stream<Moment> once(Anchor anchor, Touchpoint touchpoint) {
        var visits =
                history.visits().stream().filter(visit -> touchpoint.kinds().contains(visit.kind()));
        return switch (anchor) {
            case CONSENT -> history.consent().stream().map(consent -> agreed(touchpoint, consent));
            case BOOKED ->
                visits.filter(visit -> visit.bookedAt() != null && !visit.wasMoved())
                        .map(visit -> timeSet(touchpoint, visit, "visit booked"));
            case RESCHEDULED -> visits.filter(Visit::wasMoved).map(visit -> timeSet(touchpoint, visit, "visit moved"));
            case CANCELLED -> visits.filter(this::wasToldBeforeCancelling).map(visit -> cancelled(touchpoint, visit));
            case NO_SHOW ->
                visits.filter(visit -> visit.standing() == Standing.NO_SHOW).map(visit -> noShow(touchpoint, visit));
            case SESSION -> visits.map(visit -> begins(touchpoint, visit));
            case FIRST_SESSION -> visits.filter(this::isFirst).map(visit -> begins(touchpoint, visit));
            case COMPLETED -> visits.flatMap(visit -> discharged(touchpoint, visit).stream());
            case LAST_SESSION -> course.series().flatMap(series -> ended(touchpoint, series).stream());
            case MAINTENANCE_DUE -> course.lastEnded().stream().flatMap(last -> due(touchpoint, last).stream());
            case ANSWERED -> known.answers().stream().flatMap(answer -> answered(touchpoint, answer).stream());
            case LAST_HEARD -> silentSince().stream().map(heard -> lastHeard(touchpoint, heard));
            case CASE_CLOSED ->
                history.closedCases().stream()
                        .map(closed -> simple(
                                closed.escalationId().toString(),
                                "case closed",
                                closed.at(),
                                touchpoint.timing().offset()));
            case SERIES -> throw new IllegalStateException("A series is many moments");
        };
    }

    private static Moment agreed(Touchpoint touchpoint, ConsentSeen consent) {
        return simple("", "consent", consent.at(), touchpoint.timing().offset());
    }

    /** About no visit, at the moment itself or later. */
    private static Moment simple(String subject, String event, Instant at, Offset offset) {
        return new Moment(null, false, subject, event, at, offset, at, at, null, false, null);
    }

    private Moment timeSet(Touchpoint touchpoint, Visit visit, String event) {
        var settled = visit.timeSetAt().plus(journey.settle());
        return of(visit, event, visit.timeSetAt(), touchpoint.timing().offset(), visit.timeSetAt(), settled, true);
    }

    private static Moment of(
            Visit visit,
            String event,
            Instant at,
            Offset offset,
            Instant since,
            Instant notBefore,
            boolean onlyBeforeItBegins) {
        return new Moment(
                visit,
                true,
                "",
                event,
                at,
                offset,
                since,
                notBefore,
                onlyBeforeItBegins ? visit.startsAt() : null,
                false,
                null);
    }

    /** Nobody is told of the end of a visit of which they never heard. */
    private boolean wasToldBeforeCancelling(Visit visit) {
        return visit.standing() == Standing.CANCELLED
                && visit.bookedAt() != null
                && !visit.standingSince().isBefore(visit.bookedAt().plus(journey.settle()));
    }

    private Moment cancelled(Touchpoint touchpoint, Visit visit) {
        var at = visit.standingSince();
        var moment =
                of(visit, "visit cancelled", at, touchpoint.timing().offset(), at, at.plus(journey.settle()), true);
        return wasRebooked(visit) ? moment.droppedFor(DropReason.REBOOKED) : moment;
    }

    /** Some systems move a visit by cancelling it and booking another: within the settle delay that is one thing and not two. */
    private boolean wasRebooked(Visit visit) {
        var from = visit.standingSince().minus(journey.settle());
        var to = visit.standingSince().plus(journey.settle());
        return history.visits().stream()
                .filter(other -> !other.equals(visit) && other.kind() == visit.kind() && other.stands())
                .flatMap(other -> Stream.ofNullable(other.bookedAt()))
                .anyMatch(booked -> !booked.isBefore(from) && !booked.isAfter(to));
    }

    private Moment noShow(Touchpoint touchpoint, Visit visit) {
        var since = visit.standingSince();
        var at = since.isBefore(visit.startsAt()) ? visit.startsAt() : since;
        var moment = of(visit, "no-show", at, touchpoint.timing().offset(), since, since.plus(journey.settle()), false);
        return now.isAfter(visit.startsAt().plus(touchpoint.timing().maxAge()).plus(HISTORY_OF_NO_SHOW))
                ? moment.droppedFor(DropReason.TOO_OLD)
                : moment;
    }

    private Moment begins(Touchpoint touchpoint, Visit visit) {
        var offset = touchpoint.timing().offset();
        boolean after = !offset.isNegative() && !offset.isZero();
        var settled = visit.timeSetAt().plus(journey.settle());
        return of(
                visit,
                "visit begins",
                visit.startsAt(),
                offset,
                visit.timeSetAt(),
                after && visit.startsAt().isAfter(settled) ? visit.startsAt() : settled,
                !after);
    }

    /** By its number in the series where it has one, else by being the earliest of the series that takes place. */
    private boolean isFirst(Visit visit) {
        return visit.isSession() && course.numberOf(visit) == 1;
    }

    private Optional<Moment> discharged(Touchpoint touchpoint, Visit visit) {
        var timing = touchpoint.timing();
        var completedAt = visit.completedAt();
        if (completedAt != null) {
            return Optional.of(
                    of(visit, "session completed", completedAt, timing.offset(), completedAt, completedAt, false));
        }
        var presumed = course.presumedDischarge(visit);
        var fallback = timing.fallback();
        if (visit.cameAt() != null && fallback != null) {
            return Optional.of(of(visit, "discharge presumed", presumed, fallback, presumed, presumed, false));
        }
        if (course.takesPlace(visit) && touchpoint.rank() == Rank.SAFETY) {
            return Optional.of(expected(visit, presumed, fallback == null ? timing.offset() : fallback));
        }
        return fallback != null && isForgotten(visit, presumed, timing.maxAge())
                ? Optional.of(of(visit, "discharge presumed", presumed, fallback, presumed, presumed, false)
                        .droppedFor(DropReason.NO_CHECK_IN_SEEN))
                : Optional.empty();
    }

    private static Moment expected(Visit visit, Instant presumed, Offset offset) {
        return new Moment(
                visit, true, "", "discharge expected", presumed, offset, presumed, presumed, null, true, null);
    }

    private boolean isForgotten(Visit visit, Instant presumed, Duration maxAge) {
        return visit.stands()
                && visit.cameAt() == null
                && !now.isBefore(presumed)
                && now.isBefore(presumed.plus(maxAge));
    }

    /** Again and again from the series' first session to the day of its last. */
    private Stream<Moment> through(Course.Series series, Touchpoint touchpoint) {
        var repeat = touchpoint.timing().repeat();
        var first = series.first();
        var zone = zones.of(first);
        var lastDay = LocalDate.ofInstant(series.last().startsAt(), zone);
        var moment = new Moment(
                first,
                false,
                series.key(),
                "series runs",
                first.startsAt(),
                touchpoint.timing().offset(),
                first.timeSetAt(),
                first.startsAt(),
                null,
                false,
                null);
        return repeat == null
                ? Stream.of(moment)
                : IntStream.range(0, repeat.most())
                        .mapToObj(times -> moment.repeated(repeat.every(), times))
                        .takeWhile(next -> !nominal(next, zone).isAfter(lastDay));
    }

    private static LocalDate nominal(Moment moment, ZoneId zone) {
        return LocalDate.ofInstant(WindowRule.nominal(moment.at(), moment.offset(), zone), zone);
    }

    /** A series is over when its last session that takes place is over; one more that is booked takes that back. */
    private Optional<Moment> ended(Touchpoint touchpoint, Course.Series series) {
        var last = series.last();
        return course.endedAt(last)
                .map(at -> of(last, "series ended", at, touchpoint.timing().offset(), at, at, false));
    }

    private Optional<Moment> due(Touchpoint touchpoint, Visit last) {
        var every = journey.maintenanceEvery();
        var endedAt = course.endedAt(last);
        if (every == null || endedAt.isEmpty()) {
            return Optional.empty();
        }
        var moment = of(
                last,
                "maintenance due",
                endedAt.get().plus(every),
                touchpoint.timing().offset(),
                endedAt.get(),
                endedAt.get(),
                false);
        return Optional.of(
                course.sessionBegins(last.startsAt(), Instant.MAX)
                        ? moment.droppedFor(DropReason.ALREADY_BOOKED)
                        : moment);
    }

    private Optional<Moment> answered(Touchpoint touchpoint, GivenAnswer answer) {
        var condition = touchpoint.when().answered();
        if (condition == null
                || !condition.touchpoint().equals(answer.touchpoint())
                || !condition.holds(answer.value())) {
            return Optional.empty();
        }
        var visit = visitOf(answer.touchpointId());
        return Optional.of(new Moment(
                visit,
                visit != null,
                answer.touchpointId().toString(),
                answer.touchpoint() + " answered",
                answer.at(),
                touchpoint.timing().offset(),
                answer.at(),
                answer.at(),
                null,
                false,
                null));
    }

    private @Nullable Visit visitOf(UUID touchpointId) {
        return known.row(touchpointId)
                .flatMap(row -> history.visits().stream()
                        .filter(visit -> visit.id().equals(row.appointmentId()))
                        .findFirst())
                .orElse(null);
    }

    /** Since when the patient is silent: only who was asked something, and did not write, is. */
    private Optional<Instant> silentSince() {
        return history.consent()
                .filter(ConsentSeen::granted)
                .map(consent ->
                        history.lastWroteAt().filter(consent.at()::isBefore).orElse(consent.at()))
                .filter(heard -> known.standing().stream()
                        .filter(row -> row.asks() && row.state().isSaid() && row.heardAt() == null)
                        .flatMap(row -> Stream.ofNullable(row.window()))
                        .anyMatch(window -> window.closesAt().isAfter(heard)));
    }

    private static Moment lastHeard(Touchpoint touchpoint, Instant heard) {
        return simple(
                heard.toString(),
                "patient last heard",
                heard,
                touchpoint.timing().offset());
    }

    /** Answers by when they were given, for whoever needs the last. */
    static Optional<GivenAnswer> lastAnswer(Known known, String touchpoint, Instant notAfter) {
        return known.answers().stream()
                .filter(answer ->
                        answer.touchpoint().equals(touchpoint) && !answer.at().isAfter(notAfter))
                .max(comparing(GivenAnswer::at)
                        .thenComparing(answer -> answer.touchpointId().toString()));
    }
}
