package aftercare.journeys.planning;

import static java.util.Comparator.comparingInt;

import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.planning.Planner.Candidate;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives the places that days and weeks have, and the one open question, to what matters most. What was said, or asked for and still to be
 * said, has its place already. What is not yet certain, such as the evening check of a session to come, keeps one.
 */
final class Allotment {
    private final Journey journey;
    private final Rows rows;
    private final Places places;
    private final OpenQuestions questions;
    private final Map<String, Occasion> settled = new HashMap<>();

    Allotment(Rows rows, Journey journey, Course course, Instant now) {
        this.journey = journey;
        this.rows = rows;
        this.questions = new OpenQuestions(now);
        this.places = new Places(journey.budget(), course::isSessionDay);
    }

    List<Occasion> allot(List<Candidate> candidates) {
        rows.all().stream().filter(row -> row.state().isSaid()).forEach(this::keep);
        candidates.stream()
                .flatMap(candidate -> leftToMessaging(candidate.occasion()).stream())
                .forEach(this::keep);
        candidates.stream()
                .map(Candidate::occasion)
                .filter(this::isOpen)
                .sorted(whoMattersMost())
                .forEach(this::settle);
        var all = candidates.stream()
                .filter(candidate -> !candidate.expected())
                .map(candidate -> settled.getOrDefault(candidate.occasion().key(), candidate.occasion()))
                .toList();
        return new Topics(journey, rows).tell(all);
    }

    /** Of equals, what was asked for already goes first. */
    private Comparator<Occasion> whoMattersMost() {
        return comparingInt((Occasion occasion) -> -occasion.touchpoint().priority())
                .thenComparing(occasion -> rows.of(occasion)
                        .filter(row -> row.state() == State.REQUESTED)
                        .isEmpty())
                .thenComparing(occasion -> occasion.goesIn().opensAt())
                .thenComparing(Occasion::key);
    }

    /** What was asked for and is late by now may still be on its way: messaging decides. */
    private Optional<PlannedTouchpoint> leftToMessaging(Occasion occasion) {
        var dropped = occasion.dropped();
        return dropped != null && dropped.isLateness()
                ? rows.of(occasion).filter(row -> row.state() == State.REQUESTED)
                : Optional.empty();
    }

    /** Whether it still has to find its place. */
    private boolean isOpen(Occasion occasion) {
        return occasion.isPlanned()
                && needsPlace(occasion.touchpoint())
                && rows.of(occasion).filter(row -> isOver(row, occasion)).isEmpty();
    }

    /** People have their own measure, and nothing is promised before the opt-in text. */
    private static boolean needsPlace(Touchpoint touchpoint) {
        return !touchpoint.toStaff() && touchpoint.purpose() != Purpose.OPT_IN;
    }

    private static boolean isOver(PlannedTouchpoint row, Occasion occasion) {
        return switch (row.state()) {
            case PLANNED, REQUESTED, WITHDRAWN -> false;
            case SKIPPED -> !row.mayGoAgain(occasion.goesIn());
            case SENDING, UNCERTAIN, SENT, UNDELIVERED, DELIVERED, HANDED_OVER -> true;
        };
    }

    private void keep(PlannedTouchpoint row) {
        var window = row.window();
        if (window == null || row.purpose() == Purpose.OPT_IN) {
            return;
        }
        places.take(LocalDate.ofInstant(window.opensAt(), row.zone()), row.touchpoint());
        if (row.asks() && row.heardAt() == null) {
            journey.touchpoint(row.touchpoint())
                    .ifPresent(
                            touchpoint -> questions.put(questionOf(row), touchpoint.rank(), window, touchpoint.asks()));
        }
    }

    private void settle(Occasion occasion) {
        var place = findPlace(occasion);
        settled.put(occasion.key(), place);
        if (place.isPlanned()) {
            var touchpoint = place.touchpoint();
            places.take(Objects.requireNonNull(place.day()), touchpoint.code());
            questions.put(questionOf(place), touchpoint.rank(), place.goesIn(), touchpoint.asks());
        }
    }

    private Occasion findPlace(Occasion occasion) {
        var question = occasion.remindsOf() == null ? null : settled.get(occasion.remindsOf());
        if (question != null && question.dropped() != null) {
            return question.inFavourOf() == null
                    ? occasion.droppedFor(question.dropped())
                    : occasion.droppedInFavourOf(question.inFavourOf());
        }
        var free = openedAgain(occasion);
        if (free.isEmpty()) {
            return occasion.droppedFor(DropReason.QUESTION_OPEN);
        }
        var waiting = occasion.at(free.get());
        return places.takenBy(Objects.requireNonNull(waiting.day()))
                .map(occasion::droppedInFavourOf)
                .orElse(waiting);
    }

    private Optional<Window> openedAgain(Occasion occasion) {
        var window = occasion.goesIn();
        return occasion.touchpoint().asks() == null
                ? Optional.of(window)
                : questions.leaveOf(
                        window, questionOf(occasion), occasion.touchpoint().rank(), occasion.zone());
    }

    private static String questionOf(PlannedTouchpoint row) {
        return (row.reminderOf() == null ? row.id() : row.reminderOf()).toString();
    }

    /** A question and its reminder are one, by whatever it is known. */
    private String questionOf(Occasion occasion) {
        var key = occasion.remindsOf() == null ? occasion.key() : occasion.remindsOf();
        return rows.of(key).map(row -> row.id().toString()).orElse(key);
    }
}
