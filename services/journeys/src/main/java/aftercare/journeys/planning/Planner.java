package aftercare.journeys.planning;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.Offset;
import aftercare.journeys.definition.SilenceRule;
import aftercare.journeys.definition.Timing;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.facts.Visit;
import aftercare.journeys.facts.Visit.Standing;
import aftercare.journeys.planning.WindowRule.Found;
import aftercare.schemas.messaging.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A patient's plan: a pure function of what is known, the journey and {@code now}. Reads no clock and no table. */
public final class Planner {
    private final PatientHistory history;
    private final Journey journey;
    private final Instant now;
    private final @Nullable ZoneId home;
    private final ZoneId clinic;

    private Planner(PatientHistory history, Journey journey, ZoneId clinic, Instant now) {
        this.history = history;
        this.journey = journey;
        this.clinic = clinic;
        this.now = now;
        this.home = history.patient().isPresent() ? history.patient().get().zone() : null;
    }

    /** @param clinic the zone of a patient whose own is not known yet */
    public static Plan plan(PatientHistory history, Journey journey, ZoneId clinic, Instant now) {
        var planner = new Planner(history, journey, clinic, now);
        return new Plan(planner.occasions(), planner.looksAgainAt());
    }

    private List<Occasion> occasions() {
        var chosen = new LinkedHashMap<String, Occasion>();
        journey.touchpoints().stream()
                .filter(Planner::isSaidAsItStands)
                .flatMap(this::occasionsOf)
                .map(this::dropWhereNothingMayBeSaid)
                .map(this::dropWhenLate)
                .sorted(sayableFirst())
                .forEach(occasion -> chosen.putIfAbsent(occasion.key(), occasion));
        return List.copyOf(chosen.values());
    }

    /** Topics and what staff decide are not planned yet. */
    private static boolean isSaidAsItStands(Touchpoint touchpoint) {
        return touchpoint.wording() != null && !touchpoint.toStaff();
    }

    /** Of several occasions for what is said only once, the first that can be said is taken. */
    private static Comparator<Occasion> sayableFirst() {
        return comparing((Occasion occasion) -> !occasion.isPlanned())
                .thenComparing(Planner::opensAt, nullsLast(naturalOrder()))
                .thenComparing(occasion -> occasion.why().at())
                .thenComparing(Occasion::key)
                .thenComparing(occasion -> String.valueOf(occasion.appointmentId()));
    }

    private static @Nullable Instant opensAt(Occasion occasion) {
        return occasion.window() == null ? null : occasion.window().opensAt();
    }

    private Stream<Occasion> occasionsOf(Touchpoint touchpoint) {
        var visits =
                history.visits().stream().filter(visit -> touchpoint.kinds().contains(visit.kind()));
        return switch (touchpoint.timing().anchor()) {
            case CONSENT -> history.consent().stream().map(consent -> afterConsent(touchpoint, consent));
            case BOOKED ->
                visits.filter(visit -> visit.bookedAt() != null && !visit.wasMoved())
                        .map(visit -> afterBooking(touchpoint, visit));
            case RESCHEDULED -> visits.filter(Visit::wasMoved).map(visit -> afterBooking(touchpoint, visit));
            case SESSION -> visits.map(visit -> beforeVisit(touchpoint, visit));
            case FIRST_SESSION -> visits.filter(this::isFirst).map(visit -> beforeVisit(touchpoint, visit));
            case COMPLETED -> visits.flatMap(visit -> afterDischarge(touchpoint, visit).stream());
            case CANCELLED, NO_SHOW, SERIES, LAST_SESSION, MAINTENANCE_DUE, ANSWERED, LAST_HEARD, CASE_CLOSED ->
                Stream.empty();
        };
    }

    private Occasion afterConsent(Touchpoint touchpoint, ConsentSeen consent) {
        var timing = touchpoint.timing();
        var rule = new WindowRule(timing, zone(null));
        var found = rule.window(consent.at(), timing.offset(), consent.at())
                .map(window -> timing.persist() ? new Found(rule.persisting(window.window(), now), false) : window);
        return occasion(touchpoint, null, "consent", consent.at(), found);
    }

    private Occasion afterBooking(Touchpoint touchpoint, Visit visit) {
        var timing = touchpoint.timing();
        var found = new WindowRule(timing, zone(visit))
                .window(visit.timeSetAt(), timing.offset(), visit.timeSetAt())
                .flatMap(window -> beforeItBegins(window, visit));
        return occasion(touchpoint, visit, "visit booked", visit.timeSetAt(), found);
    }

    private Occasion beforeVisit(Touchpoint touchpoint, Visit visit) {
        var timing = touchpoint.timing();
        var found = new WindowRule(timing, zone(visit))
                .window(visit.startsAt(), timing.offset(), visit.timeSetAt().plus(journey.settle()))
                .filter(window -> leavesTime(timing, window, visit))
                .flatMap(window -> beforeItBegins(window, visit));
        return occasion(touchpoint, visit, "visit begins", visit.startsAt(), found);
    }

    /** A text about a coming visit is none once it has begun. */
    private static Optional<Found> beforeItBegins(Found found, Visit visit) {
        var window = found.window();
        var closesAt = visit.startsAt().isBefore(window.closesAt()) ? visit.startsAt() : window.closesAt();
        return window.opensAt().isBefore(closesAt)
                ? Optional.of(new Found(new Window(window.opensAt(), closesAt), found.late()))
                : Optional.empty();
    }

    private boolean leavesTime(Timing timing, Found found, Visit visit) {
        var until = timing.until();
        return until == null
                || !found.window()
                        .opensAt()
                        .isAfter(visit.startsAt()
                                .atZone(zone(visit))
                                .plusDays(until.days())
                                .toInstant());
    }

    private Optional<Occasion> afterDischarge(Touchpoint touchpoint, Visit visit) {
        var timing = touchpoint.timing();
        var completedAt = visit.completedAt();
        if (completedAt != null) {
            return Optional.of(afterDischarge(touchpoint, visit, "session completed", completedAt, timing.offset()));
        }
        var fallback = timing.fallback();
        var presumed = presumedDischarge(visit);
        if (fallback == null) {
            return Optional.empty();
        }
        if (visit.cameAt() != null) {
            return Optional.of(afterDischarge(touchpoint, visit, "discharge presumed", presumed, fallback));
        }
        return forgotten(visit, presumed, timing.maxAge())
                ? Optional.of(occasion(touchpoint, visit, "discharge presumed", presumed, Optional.empty())
                        .droppedOnlyFor(DropReason.NO_CHECK_IN_SEEN))
                : Optional.empty();
    }

    private Occasion afterDischarge(Touchpoint touchpoint, Visit visit, String event, Instant at, Offset offset) {
        var timing = touchpoint.timing();
        var found = new WindowRule(timing, zone(visit)).window(at, offset, at);
        var occasion = occasion(touchpoint, visit, event, at, found);
        return sessionFollows(found, timing.clearOfSession())
                ? occasion.droppedFor(DropReason.SESSION_FOLLOWS)
                : occasion;
    }

    private boolean forgotten(Visit visit, Instant presumed, Duration maxAge) {
        return visit.stands() && !now.isBefore(presumed) && now.isBefore(presumed.plus(maxAge));
    }

    private Instant presumedDischarge(Visit visit) {
        return visit.dischargePresumedAt(journey.dischargeAfterEnd(), journey.dischargeAfterStart());
    }

    private boolean sessionFollows(Optional<Found> found, @Nullable Duration clear) {
        return clear != null
                && found.isPresent()
                && history.visits().stream()
                        .filter(visit -> visit.isSession() && visit.stands())
                        .map(Visit::startsAt)
                        .anyMatch(start -> !start.isBefore(found.get().window().opensAt())
                                && !start.isAfter(found.get().window().opensAt().plus(clear)));
    }

    /** By its number in the series where it has one, else by being the earliest of the series that takes place. */
    private boolean isFirst(Visit visit) {
        return visit.number() != null
                ? visit.number() == 1
                : history.visits().stream()
                        .filter(other -> other.isSession() && Objects.equals(other.series(), visit.series()))
                        .filter(other -> other.stands() || other.id().equals(visit.id()))
                        .findFirst()
                        .map(earliest -> earliest.id().equals(visit.id()))
                        .orElse(false);
    }

    private Occasion occasion(
            Touchpoint touchpoint, @Nullable Visit visit, String event, Instant anchorAt, Optional<Found> found) {
        return new Occasion(
                touchpoint,
                key(touchpoint, visit),
                visit == null ? null : visit.id(),
                new Why(event, touchpoint.timing().rule(), anchorAt),
                zone(visit),
                found.map(Found::window).orElse(null),
                found.isPresent() ? null : DropReason.SHORT_NOTICE,
                found.flatMap(window -> silentAt(touchpoint.silence(), window, zone(visit)))
                        .orElse(null));
    }

    private static Optional<Instant> silentAt(@Nullable SilenceRule silence, Found found, ZoneId zone) {
        if (silence == null || silence.then() == SilenceRule.Then.NOTHING) {
            return Optional.empty();
        }
        var closesAt = found.window().closesAt();
        return Optional.of(
                found.late()
                        ? closesAt.plus(silence.afterLate())
                        : closesAt.atZone(zone).with(silence.by()).toInstant());
    }

    private String key(Touchpoint touchpoint, @Nullable Visit visit) {
        if (visit == null) {
            return touchpoint.code();
        }
        return switch (touchpoint.timing().oncePer()) {
            case PATIENT -> touchpoint.code();
            case DAY -> touchpoint.code() + "/" + visit.id() + "/" + LocalDate.ofInstant(visit.startsAt(), zone(visit));
            case START -> touchpoint.code() + "/" + visit.id() + "/" + visit.startsAt();
        };
    }

    private ZoneId zone(@Nullable Visit visit) {
        if (home != null) {
            return home;
        }
        return visit != null && visit.zone() != null ? visit.zone() : clinic;
    }

    private Occasion dropWhereNothingMayBeSaid(Occasion occasion) {
        return whyNothingMayBeSaid(occasion).map(occasion::droppedFor).orElse(occasion);
    }

    private Optional<DropReason> whyNothingMayBeSaid(Occasion occasion) {
        if (history.patient().filter(patient -> patient.deceased()).isPresent()) {
            return Optional.of(DropReason.DECEASED);
        }
        if (history.patient().filter(patient -> patient.merged()).isPresent()) {
            return Optional.of(DropReason.MERGED);
        }
        if (history.consent().isEmpty()) {
            return Optional.of(DropReason.NO_CONSENT);
        }
        if (!history.consent().get().granted()) {
            return Optional.of(DropReason.OPTED_OUT);
        }
        return standing(occasion).or(() -> cancelledByStaff(occasion));
    }

    private Optional<DropReason> standing(Occasion occasion) {
        return visit(occasion).flatMap(visit -> switch (visit.standing()) {
            case BOOKED -> Optional.empty();
            case CANCELLED -> Optional.of(DropReason.VISIT_CANCELLED);
            case NO_SHOW -> Optional.of(DropReason.NO_SHOW);
        });
    }

    /** A human cancels what was planned by then: what hangs on an event that came later goes on. */
    private Optional<DropReason> cancelledByStaff(Occasion occasion) {
        return history.planCancelledAt()
                .filter(cancelledAt -> !plannedSince(occasion).isAfter(cancelledAt))
                .map(cancelledAt -> DropReason.CANCELLED_BY_STAFF);
    }

    private Instant plannedSince(Occasion occasion) {
        return switch (occasion.touchpoint().timing().anchor()) {
            case CONSENT, COMPLETED, CANCELLED, NO_SHOW, LAST_SESSION, ANSWERED, LAST_HEARD, CASE_CLOSED ->
                occasion.why().at();
            case BOOKED, RESCHEDULED, SESSION, FIRST_SESSION, SERIES, MAINTENANCE_DUE ->
                visit(occasion).map(Visit::timeSetAt).orElse(occasion.why().at());
        };
    }

    private Optional<Visit> visit(Occasion occasion) {
        return history.visits().stream()
                .filter(visit -> visit.id().equals(occasion.appointmentId()))
                .findFirst();
    }

    private Occasion dropWhenLate(Occasion occasion) {
        var window = occasion.window();
        if (window == null) {
            return occasion;
        }
        if (isHistory(occasion)) {
            return occasion.droppedFor(DropReason.TOO_OLD);
        }
        return now.isBefore(window.closesAt()) ? occasion : occasion.droppedFor(DropReason.WINDOW_CLOSED);
    }

    private boolean isHistory(Occasion occasion) {
        var timing = occasion.touchpoint().timing();
        return timing.anchor().isHappening() && now.isAfter(occasion.why().at().plus(timing.maxAge()));
    }

    /** When a check-in that nobody reported becomes a forgotten one. */
    private Optional<Instant> looksAgainAt() {
        return history.visits().stream()
                .filter(visit -> visit.isSession() && visit.standing() == Standing.BOOKED)
                .filter(visit -> visit.cameAt() == null && visit.completedAt() == null)
                .map(this::presumedDischarge)
                .filter(presumed -> presumed.isAfter(now))
                .min(naturalOrder());
    }
}
