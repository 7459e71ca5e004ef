package aftercare.journeys.planning;

import aftercare.journeys.definition.Anchor;
import aftercare.journeys.definition.Asks;
import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.OncePer;
import aftercare.journeys.definition.Rank;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.definition.WhenClosed;
import aftercare.journeys.facts.Fact;
import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.facts.Visit;
import aftercare.schemas.PatientId;
import aftercare.schemas.messaging.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets the facts of one history arrive, late and in disorder, while the clock runs, says whatever is due, and holds every text against the
 * promises. It works out by itself what would break one, from the facts and from what was said.
 */
final class Playing {
    private static final PatientId PATIENT = new PatientId("p");
    private static final ZoneId CLINIC = Told.NEW_YORK;
    private static final int NEVER_RESTS = 2_000;
    private static final Instant END = RandomHistory.START.plus(Duration.ofDays(60));

    private final Journey journey = Told.SHIPPED;
    private final RandomHistory told;
    private final Random random;
    private final PriorityQueue<Arrival> arrivals = new PriorityQueue<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<GivenAnswer> answers = new ArrayList<>();
    private final Map<UUID, PlannedTouchpoint> rows = new LinkedHashMap<>();
    private final List<Text> said = new ArrayList<>();
    private final Set<UUID> underway = new HashSet<>();
    private Instant now = RandomHistory.START;
    private PatientHistory history = PatientHistory.of(List.of());

    /** A text as the patient got it. */
    private record Text(
            Touchpoint touchpoint,
            PlannedTouchpoint row,
            Instant at,
            LocalDate day,
            @Nullable Instant startsAt) {}

    private record Arrival(Instant at, int number, Fact fact) implements Comparable<Arrival> {
        @Override
        public int compareTo(Arrival other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? Integer.compare(number, other.number) : byTime;
        }
    }

    /** A promise that was broken. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super(what);
        }
    }

    Playing(RandomHistory told, Random random) {
        this.told = told;
        this.random = random;
        int number = 0;
        for (var fact : told.facts()) {
            arrive(fact, number++);
            if (random.nextInt(4) == 0) {
                arrive(fact, number++);
            }
        }
    }

    private void arrive(Fact fact, int number) {
        var late = random.nextInt(4) == 0 ? Duration.ofMinutes(random.nextInt(18 * 60)) : Duration.ofMinutes(1);
        arrivals.add(new Arrival(RandomHistory.recordedAt(fact).plus(late), number, fact));
    }

    /** Facts, answers and rows as they are in the end. */
    Known play() {
        var due = now;
        for (int steps = 0; ; steps++) {
            require(steps < NEVER_RESTS, "the plan never comes to rest");
            while (!arrivals.isEmpty() && !arrivals.peek().at().isAfter(now)) {
                facts.add(arrivals.poll().fact());
                history = PatientHistory.of(facts);
            }
            var rest = step();
            due = arrivals.isEmpty()
                    ? rest
                    : rest.isBefore(arrivals.peek().at())
                            ? rest
                            : arrivals.peek().at();
            if (!due.isBefore(END)) {
                return known();
            }
            now = due.isAfter(now) ? due : now;
        }
    }

    private Known known() {
        return new Known(history, List.copyOf(rows.values()), List.copyOf(answers), told.pauses(), told.closures());
    }

    /** One look after the patient, and when to look next. */
    private Instant step() {
        carry();
        var plan = replan();
        if (random.nextInt(8) == 0) {
            var again = new Changes(PATIENT, now)
                    .between(List.copyOf(rows.values()), Planner.plan(known(), journey, CLINIC, now));
            require(again.isEmpty(), "planning twice changes: " + again);
        }
        var optIn = OptInFirst.of(journey, rows.values());
        rows.values().stream()
                .filter(row -> row.isDue(now, optIn.holdsBack(row)))
                .sorted(Comparator.comparingInt(PlannedTouchpoint::priority).reversed())
                .toList()
                .forEach(this::request);
        rows.values().stream().filter(row -> row.isMissed(now)).toList().forEach(row -> put(row.missed(now)));
        var next = new NextDue(OptInFirst.of(journey, rows.values()), now)
                .of(rows.values(), plan.looksAgainAt().orElse(null));
        var after = underway.isEmpty() ? END : now.plus(Duration.ofMinutes(5));
        var due = next.map(it -> it.isAfter(now) ? it : now.plusSeconds(1)).orElse(after);
        return due.isBefore(after) ? due : after;
    }

    private Plan replan() {
        var plan = Planner.plan(known(), journey, CLINIC, now);
        for (var change : new Changes(PATIENT, now).between(List.copyOf(rows.values()), plan)) {
            put(change.touchpoint());
            if (change.withdraws() != null
                    && underway.remove(change.touchpoint().id())) {
                put(row(change.touchpoint().id()).unsaid(change.withdraws()));
            }
        }
        return plan;
    }

    private void put(PlannedTouchpoint row) {
        rows.put(row.id(), row);
    }

    private PlannedTouchpoint row(UUID id) {
        return Objects.requireNonNull(rows.get(id));
    }

    private void request(PlannedTouchpoint row) {
        var touchpoint = journey.touchpoint(row.touchpoint()).orElseThrow();
        if (touchpoint.toStaff()) {
            put(row.handedOver());
            return;
        }
        var requested = row.requested();
        put(requested);
        switch (random.nextInt(10)) {
            case 0 -> put(requested.reported(State.SKIPPED, "HELD"));
            case 1 -> underway.add(row.id());
            default -> say(requested);
        }
    }

    /** What messaging had not sent yet goes now, or is late. */
    private void carry() {
        for (var id : List.copyOf(underway)) {
            underway.remove(id);
            var row = row(id);
            if (row.window() != null && row.window().holds(now)) {
                replan();
                if (row(id).state() == State.REQUESTED) {
                    say(row(id));
                }
            } else {
                put(row.reported(State.SKIPPED, "WINDOW_CLOSED"));
            }
        }
    }

    private void say(PlannedTouchpoint row) {
        var touchpoint = journey.touchpoint(row.touchpoint()).orElseThrow();
        var visit = history.visits().stream()
                .filter(candidate -> candidate.id().equals(row.appointmentId()))
                .findFirst()
                .orElse(null);
        var day = LocalDate.ofInstant(now, row.zone());
        var text = new Text(touchpoint, row, now, day, visit == null ? null : visit.startsAt());
        mayBeSaid(text, visit);
        inItsHours(text);
        once(text);
        said.add(text);
        if (touchpoint.purpose() != Purpose.OPT_IN) {
            withinTheBudget(text);
        }
        oneQuestion(text);
        put(row.reported(State.SENT, null));
        if (touchpoint.asks() != null && random.nextInt(2) == 0) {
            answer(row, touchpoint.asks());
        }
    }

    private void answer(PlannedTouchpoint row, Asks asks) {
        var at = now.plusSeconds(1);
        var value = switch (asks.form()) {
            case CHOICE -> asks.choices().get(random.nextInt(asks.choices().size()));
            case NUMBER -> String.valueOf(asks.min() + random.nextInt(asks.max() - asks.min() + 1));
            case INSTRUMENT ->
                String.valueOf(
                        random.nextInt(Objects.requireNonNull(asks.instrument()).highest()));
        };
        answers.add(new GivenAnswer(row.touchpoint(), row.id(), value, at));
        facts.add(new Fact.Wrote(at));
        history = PatientHistory.of(facts);
        rows.values().stream().filter(PlannedTouchpoint::isUnanswered).toList().forEach(asked -> put(asked.heard(at)));
    }

    private void mayBeSaid(Text text, @Nullable Visit visit) {
        var anchor = text.touchpoint().timing().anchor();
        require(history.consent().filter(ConsentSeen::granted).isPresent(), text, "is said without consent");
        require(history.patient().filter(it -> it.deceased() || it.merged()).isEmpty(), text, "is said to nobody");
        if (visit != null && anchor != Anchor.CANCELLED && anchor != Anchor.NO_SHOW) {
            require(visit.stands(), text, "speaks of a visit that is off");
        }
        require(
                told.pauses().all().stream()
                        .noneMatch(pause -> (pause.touchpoint() == null
                                        || pause.touchpoint()
                                                .equals(text.touchpoint().code()))
                                && !now.isBefore(pause.since())
                                && (pause.until() == null || now.isBefore(pause.until()))),
                text,
                "is said while it is paused");
        if (text.touchpoint().rank() != Rank.SAFETY) {
            require(
                    history.visits().stream()
                            .noneMatch(it -> it.stands()
                                    && it.isSession()
                                    && it.cameAt() != null
                                    && !now.isBefore(it.cameAt())
                                    && now.isBefore(
                                            it.completedAt() == null
                                                    ? it.dischargePresumedAt(
                                                            journey.dischargeAfterEnd(), journey.dischargeAfterStart())
                                                    : it.completedAt())),
                    text,
                    "is said while the patient is in the clinic");
        }
    }

    private void inItsHours(Text text) {
        var timing = text.touchpoint().timing();
        var local = now.atZone(text.row().zone());
        var time = local.toLocalTime();
        require(text.row().window() != null && text.row().window().holds(now), text, "is said outside its window");
        require(within(time, journey.sendHours().from(), journey.sendHours().to()), text, "is said in quiet hours");
        if (text.row().reminderOf() == null) {
            require(
                    within(time, timing.window().from(), timing.window().to())
                            || (timing.late() != null
                                    && within(
                                            time,
                                            timing.late().from(),
                                            timing.late().to())),
                    text,
                    "is said outside the journey's hours");
            require(timing.days().contains(text.day().getDayOfWeek()), text, "is said on a wrong day of the week");
            require(
                    timing.whenClosed() == WhenClosed.GO
                            || told.closures().on(text.day()).isEmpty(),
                    text,
                    "is said on a closure");
        }
        var begins = text.startsAt();
        if (timing.anchor().isBeforeVisit() || timing.offset().isNegative()) {
            require(
                    begins == null || timing.anchor() == Anchor.MAINTENANCE_DUE || now.isBefore(begins),
                    text,
                    "is said of a visit that has begun");
        }
    }

    private static boolean within(LocalTime time, LocalTime from, LocalTime to) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    private void once(Text text) {
        boolean reminder = text.row().reminderOf() != null;
        require(
                said.stream()
                        .noneMatch(other -> other.row().id().equals(text.row().id())),
                text,
                "is said twice");
        if (text.row().topic() != null) {
            require(
                    said.stream()
                            .noneMatch(other ->
                                    text.row().topic().equals(other.row().topic())),
                    text,
                    "tells a topic again");
        }
        if (reminder) {
            var question = said.stream()
                    .filter(other -> other.row().id().equals(text.row().reminderOf()))
                    .toList();
            require(question.size() == 1, text, "reminds of what was not asked");
            require(
                    row(Objects.requireNonNull(text.row().reminderOf())).heardAt() == null,
                    text,
                    "reminds of what was answered");
            return;
        }
        if (text.touchpoint().timing().repeat() != null) {
            return;
        }
        var once = text.touchpoint().timing().oncePer();
        require(
                said.stream()
                        .filter(other -> other.row().reminderOf() == null)
                        .filter(other -> other.touchpoint().equals(text.touchpoint()))
                        .noneMatch(other -> once == OncePer.PATIENT
                                || (Objects.equals(
                                                other.row().appointmentId(),
                                                text.row().appointmentId())
                                        && text.row().appointmentId() != null
                                        && other.startsAt() != null
                                        && (once == OncePer.START
                                                ? other.startsAt().equals(text.startsAt())
                                                : LocalDate.ofInstant(
                                                                other.startsAt(),
                                                                text.row().zone())
                                                        .equals(LocalDate.ofInstant(
                                                                Objects.requireNonNull(text.startsAt()),
                                                                text.row().zone()))))),
                text,
                "is said more often than once per " + once);
    }

    private void withinTheBudget(Text text) {
        var budget = journey.budget();
        boolean sessionDay = history.visits().stream()
                .filter(visit -> visit.isSession() && visit.stands())
                .map(visit -> LocalDate.ofInstant(visit.startsAt(), text.row().zone()))
                .anyMatch(day -> day.equals(text.day()) || day.equals(text.day().plusDays(1)));
        long today = counted(text.day(), text.day());
        require(
                today <= (sessionDay ? budget.perSessionDay() : budget.perDay()),
                text,
                "is number " + today + " today");
        for (int back = 0; back < 7; back++) {
            var first = text.day().minusDays(back);
            long week = counted(first, first.plusDays(6));
            require(week <= budget.perWeek(), text, "is number " + week + " of a week");
        }
    }

    private long counted(LocalDate from, LocalDate to) {
        return said.stream()
                .filter(text -> text.touchpoint().purpose() != Purpose.OPT_IN)
                .filter(text -> !text.day().isBefore(from) && !text.day().isAfter(to))
                .count();
    }

    private void oneQuestion(Text text) {
        if (text.touchpoint().asks() == null) {
            return;
        }
        said.stream()
                .filter(other -> !other.equals(text) && other.touchpoint().asks() != null)
                .filter(other -> !other.row().id().equals(text.row().reminderOf()))
                .filter(other -> row(other.row().id()).heardAt() == null)
                .filter(other -> now.isBefore(Objects.requireNonNull(other.row().window())
                        .opensAt()
                        .plus(Objects.requireNonNull(other.touchpoint().asks()).answerWithin())))
                .forEach(other -> require(
                        !text.touchpoint().rank().isBelow(other.touchpoint().rank())
                                && !(text.touchpoint().rank() != Rank.LOGISTICS
                                        && text.touchpoint().rank()
                                                == other.touchpoint().rank()
                                        && text.day().equals(other.day())),
                        text,
                        "is asked while " + other.touchpoint().code() + " is open"));
    }

    private void require(boolean holds, Text text, String what) {
        if (!holds) {
            throw new Broken(text.touchpoint().code() + " of " + text.row().appointmentId() + " " + what + ", at "
                    + now.atZone(text.row().zone()) + ": " + text.row() + "; said before: "
                    + said.stream()
                            .map(other -> other.touchpoint().code() + "@" + other.at())
                            .toList());
        }
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new Broken(what + ", at " + now);
        }
    }
}
