package aftercare.journeys.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.JourneyYaml;
import aftercare.journeys.facts.Fact;
import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.Fact.VisitChange;
import aftercare.journeys.facts.Fact.VisitSeen;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.facts.Source;
import aftercare.journeys.planning.Plan;
import aftercare.journeys.planning.Planner;
import aftercare.journeys.versions.Shift.Kind;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShiftRulesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final PatientId PATIENT = new PatientId("p");
    private static final String JOURNEY = """
            journey: default
            settle: PT10M
            dischargeAfterEnd: PT2H
            dischargeAfterStart: PT3H
            touchpoints:
              - {id: T01, name: Opt-in, purpose: OPT_IN, priority: 100, anchor: CONSENT, offset: PT0S, window: 09:00-20:00,
                 oncePer: PATIENT, text: {en: Hello}}
              - {id: T06, name: Prepare, purpose: LOGISTICS, priority: 70, anchor: SESSION, offset: -P1D, window: 10:00-18:00,
                 oncePer: START, text: {en: Prepare}}
            """;

    /** Monday, 2 March 2026, noon; the clocks go forward on the 8th. */
    private final Instant now = at("2026-03-02T12:00");

    @Test
    void a_touchpoint_that_goes_at_another_hour_moves() {
        assertThat(shifts(JOURNEY.replace("10:00-18:00", "11:00-18:00")))
                .extracting(Shift::kind, Shift::touchpoint, Shift::from, Shift::to)
                .containsExactly(
                        tuple(Kind.MOVES, "T06", at("2026-03-04T10:00"), at("2026-03-04T11:00")),
                        tuple(Kind.MOVES, "T06", at("2026-03-09T10:00"), at("2026-03-09T11:00")));
    }

    @Test
    void a_message_beyond_the_night_that_the_clocks_change_says_so() {
        assertThat(shifts(JOURNEY.replace("10:00-18:00", "11:00-18:00")))
                .extracting(Shift::acrossClockChange)
                .containsExactly(false, true);
    }

    @Test
    void a_removed_touchpoint_vanishes_and_a_new_one_appears() {
        assertThat(shifts(JOURNEY.replace("id: T06", "id: T07")))
                .extracting(Shift::kind, Shift::touchpoint)
                .containsExactlyInAnyOrder(
                        tuple(Kind.VANISHES, "T06"),
                        tuple(Kind.VANISHES, "T06"),
                        tuple(Kind.APPEARS, "T07"),
                        tuple(Kind.APPEARS, "T07"));
    }

    @Test
    void the_same_touchpoint_twice_on_one_day_doubles() {
        var twice = JOURNEY.replace("oncePer: START", "oncePer: DAY");

        assertThat(shiftsOf(plan(JOURNEY), both(plan(JOURNEY), plan(twice))))
                .extracting(Shift::kind)
                .containsOnly(Kind.DOUBLES);
    }

    @Test
    void what_lies_beyond_the_days_looked_at_is_left_out() {
        assertThat(new ShiftRules(PATIENT, List.of(), now, at("2026-03-05T00:00"))
                        .between(plan(JOURNEY), plan(JOURNEY.replace("10:00-18:00", "11:00-18:00"))))
                .hasSize(1);
    }

    @Test
    void a_text_that_would_go_when_the_law_lets_nobody_be_disturbed_is_marked() {
        var early = new Shift(Kind.APPEARS, PATIENT, "T06", null, at("2026-03-04T07:30"), NEW_YORK, null, false);
        var late = new Shift(Kind.APPEARS, PATIENT, "T06", null, at("2026-03-04T21:00"), NEW_YORK, null, false);
        var day = new Shift(Kind.APPEARS, PATIENT, "T06", null, at("2026-03-04T08:00"), NEW_YORK, null, false);

        assertThat(List.of(early, late, day)).extracting(Shift::inQuietHours).containsExactly(true, true, false);
    }

    private List<Shift> shifts(String yaml) {
        return shiftsOf(plan(JOURNEY), plan(yaml));
    }

    private List<Shift> shiftsOf(Plan before, Plan after) {
        return new ShiftRules(PATIENT, List.of(), now, now.plus(Duration.ofDays(14))).between(before, after);
    }

    private static Plan both(Plan one, Plan other) {
        var all = new ArrayList<>(one.occasions());
        all.addAll(other.occasions());
        return new Plan(all, one.looksAgainAt());
    }

    private Plan plan(String yaml) {
        Journey journey = JourneyYaml.read(yaml);
        return Planner.plan(history(), journey, NEW_YORK, now);
    }

    private static PatientHistory history() {
        return PatientHistory.of(List.<Fact>of(
                new PatientSeen("en", NEW_YORK, false, false, source("patient")),
                new ConsentSeen(new LineId(new UUID(0, 1)), true, ContentLevel.DISCREET, at("2026-02-27T10:00")),
                booked("a", "2026-03-05T14:00"),
                booked("b", "2026-03-10T14:00")));
    }

    private static Fact booked(String id, String start) {
        return new VisitSeen(
                VisitChange.BOOKED,
                new AppointmentId(id),
                VisitKind.SESSION,
                Route.IV,
                null,
                null,
                at(start),
                at(start).plus(Duration.ofHours(1)),
                NEW_YORK,
                source(id));
    }

    private static Source source(String record) {
        return new Source("ehr", record, "1", at("2026-02-27T10:00"), at("2026-02-27T10:00"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }
}
