package aftercare.journeys.planning;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.journeys.facts.Fact;
import aftercare.journeys.facts.Fact.CheckInSeen;
import aftercare.journeys.facts.Fact.CheckInStep;
import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.Fact.VisitChange;
import aftercare.journeys.facts.Fact.VisitSeen;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.facts.Source;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories, told twice, late and in any order. The seed names the history, so that a failure can be played again. */
class RandomHistoryTest {
    private static final int HISTORIES = 300;
    private static final int PLAYED = 40;
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<VisitChange> CHANGES = List.of(VisitChange.values());
    private static final PatientId PATIENT = new PatientId("p");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_plan_is_the_same_in_whatever_order_and_however_often_the_facts_came(long seed) {
        var random = new Random(seed);
        for (int history = 0; history < HISTORIES; history++) {
            var facts = history(random);
            var now = START.plus(Duration.ofMinutes(random.nextInt(14 * 24 * 60)));
            var expected = plan(facts, now);
            var told = new ArrayList<>(facts);
            told.addAll(facts.subList(0, random.nextInt(facts.size())));
            Collections.shuffle(told, random);

            assertThat(plan(told, now)).as("seed %d, history %d", seed, history).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void nothing_is_said_twice_outside_its_window_or_about_a_visit_known_to_be_off(long seed) {
        var random = new Random(seed);
        for (int history = 0; history < PLAYED; history++) {
            play(history(random), random, "seed " + seed + ", history " + history);
        }
    }

    /** Lets the facts arrive late and in disorder while the clock runs, and says whatever is due at each half hour. */
    private static void play(List<Fact> facts, Random random, String which) {
        var arrivals = new HashMap<Integer, List<Fact>>();
        for (var fact : facts) {
            int recorded = (int) Duration.between(START, recordedAt(fact)).toMinutes() / 30;
            int late = random.nextInt(4) == 0 ? random.nextInt(18 * 2) : 0;
            arrivals.computeIfAbsent(Math.max(0, recorded + 1) + late, half -> new ArrayList<>())
                    .add(fact);
        }
        var known = new ArrayList<Fact>();
        var rows = new LinkedHashMap<UUID, PlannedTouchpoint>();
        var said = new HashSet<String>();
        for (int half = 0; half < 16 * 24 * 2; half++) {
            var now = START.plus(Duration.ofMinutes(30L * half));
            known.addAll(arrivals.getOrDefault(half, List.of()));
            var plan = plan(known, now);
            new Changes(PATIENT, now)
                    .between(List.copyOf(rows.values()), plan)
                    .forEach(change -> rows.put(change.touchpoint().id(), change.touchpoint()));
            if (half % 10 == 0) {
                assertThat(new Changes(PATIENT, now).between(List.copyOf(rows.values()), plan))
                        .as(which)
                        .isEmpty();
            }
            for (var row : List.copyOf(rows.values())) {
                if (row.isDue(now, false)) {
                    checkSayable(row, plan, now, said, which);
                    rows.put(row.id(), row.requested().reported(State.SENT, null));
                }
            }
        }
    }

    private static void checkSayable(
            PlannedTouchpoint row, Plan plan, Instant now, java.util.Set<String> said, String which) {
        assertThat(row.window()).as(which).isNotNull();
        assertThat(row.window().holds(now)).as(which).isTrue();
        assertThat(plan.occasions())
                .as(which)
                .filteredOn(occasion -> occasion.id(PATIENT).equals(row.id()))
                .singleElement()
                .satisfies(occasion -> assertThat(occasion.isPlanned()).isTrue());
        var once = row.touchpoint().startsWith("T1")
                ? row.touchpoint()
                        + row.appointmentId()
                        + now.atZone(row.zone()).toLocalDate()
                : row.id().toString();
        assertThat(said.add(once))
                .as("%s: %s is said twice", which, row.touchpoint())
                .isTrue();
    }

    private static Plan plan(List<Fact> facts, Instant now) {
        return Planner.plan(PatientHistory.of(facts), Told.JOURNEY, Told.NEW_YORK, now);
    }

    private static Instant recordedAt(Fact fact) {
        return switch (fact) {
            case PatientSeen patient -> patient.source().recordedAt();
            case VisitSeen visit -> visit.source().recordedAt();
            case CheckInSeen step -> step.source().recordedAt();
            case ConsentSeen consent -> consent.at();
            case Fact.PlanCancelled cancelled -> cancelled.at();
            case Fact.Wrote wrote -> wrote.at();
            case Fact.CaseTold told -> told.at();
        };
    }

    private static List<Fact> history(Random random) {
        var zone = List.of(Told.NEW_YORK, ZoneId.of("America/Phoenix"), ZoneId.of("Australia/Lord_Howe"))
                .get(random.nextInt(3));
        var facts = new ArrayList<Fact>();
        facts.add(new PatientSeen("en", zone, false, false, source("Patient/p", 1, START)));
        facts.add(new ConsentSeen(new LineId(new UUID(1, 1)), true, ContentLevel.DISCREET, START));
        if (random.nextInt(8) == 0) {
            facts.add(
                    new ConsentSeen(new LineId(new UUID(1, 1)), false, ContentLevel.DISCREET, within(random, 14 * 24)));
        }
        int visits = 1 + random.nextInt(3);
        for (int visit = 0; visit < visits; visit++) {
            facts.addAll(visit("v" + visit, zone, random));
        }
        return facts;
    }

    private static List<Fact> visit(String id, ZoneId zone, Random random) {
        var facts = new ArrayList<Fact>();
        var kind = random.nextInt(5) == 0 ? VisitKind.LAB : VisitKind.SESSION;
        var start = within(random, 12 * 24);
        var recorded = START;
        int version = 1;
        facts.add(seen(VisitChange.BOOKED, id, kind, start, zone, version, recorded));
        for (int change = random.nextInt(4); change > 0; change--) {
            recorded = recorded.plus(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
            var what = CHANGES.get(random.nextInt(CHANGES.size()));
            start = what == VisitChange.RESCHEDULED ? within(random, 12 * 24) : start;
            facts.add(seen(what, id, kind, start, zone, ++version, recorded));
        }
        int encounter = 0;
        for (var step : CheckInStep.values()) {
            if (random.nextInt(3) > 0) {
                var at = start.plus(Duration.ofMinutes(20L * encounter + random.nextInt(20)));
                facts.add(checkIn(step, id, at, ++encounter, at.plus(Duration.ofMinutes(random.nextInt(60))), false));
                if (random.nextInt(6) == 0) {
                    facts.add(checkIn(step, id, at, ++encounter, at.plus(Duration.ofMinutes(90)), true));
                }
            }
        }
        return facts;
    }

    private static Fact seen(
            VisitChange change, String id, VisitKind kind, Instant start, ZoneId zone, int version, Instant recorded) {
        return new VisitSeen(
                change,
                new AppointmentId(id),
                kind,
                Route.NASAL,
                null,
                null,
                start,
                start.plus(Duration.ofHours(2)),
                zone,
                source("Appointment/" + id, version, recorded));
    }

    private static Fact checkIn(
            CheckInStep step, String id, Instant at, int version, Instant recorded, boolean inError) {
        return new CheckInSeen(
                step, new AppointmentId(id), at, null, null, inError, source("Encounter/" + id, version, recorded));
    }

    private static Source source(String record, int version, Instant recorded) {
        return new Source("ehr", record, String.valueOf(version), recorded, recorded);
    }

    private static Instant within(Random random, int hours) {
        return START.plus(Duration.ofMinutes(15L * (4 + random.nextInt(hours * 4))));
    }
}
