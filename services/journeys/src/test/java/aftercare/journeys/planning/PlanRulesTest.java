package aftercare.journeys.planning;

import static aftercare.journeys.planning.Told.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.JourneyYaml;
import aftercare.journeys.facts.Fact.CaseTold;
import aftercare.journeys.facts.Fact.Wrote;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.planning.Closures.Closure;
import aftercare.journeys.planning.Pauses.Pause;
import aftercare.schemas.EscalationId;
import aftercare.schemas.PatientId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** One rule after the other, February 2026 in New York, each with a journey that holds what the rule needs. Sessions last one hour. */
class PlanRulesTest {
    private static final PatientId PATIENT = new PatientId("p");

    private final LinkedHashMap<UUID, PlannedTouchpoint> rows = new LinkedHashMap<>();
    private final List<GivenAnswer> answers = new ArrayList<>();
    private Pauses pauses = Pauses.NONE;
    private Closures closures = Closures.NONE;
    private Journey journey = journey(touchpoint("X", 1, "CONSENT", "PT0S", "10:00-18:00", "PATIENT"));

    @Test
    void a_cancelled_visit_is_told_once_it_settled_and_not_where_another_was_booked_in_its_place() {
        journey = journey(touchpoint("T19", 61, "CANCELLED", "PT10M", "09:00-20:00", "START"));
        var cancelled = session().cancelled("a", "2026-02-20T14:00", "2026-02-10T11:00", 2);

        assertThat(opens(cancelled, "2026-02-10T11:00", "T19")).isEqualTo("2026-02-10T11:10");

        cancelled.booked("b", "2026-02-23T14:00", "2026-02-10T11:04");
        assertThat(only(cancelled, "2026-02-10T11:05", "T19").dropped()).isEqualTo(DropReason.REBOOKED);
    }

    @Test
    void nobody_hears_of_the_end_of_a_visit_of_which_they_never_heard() {
        journey = journey(touchpoint("T19", 61, "CANCELLED", "PT10M", "09:00-20:00", "START"));
        var atOnce = session().cancelled("a", "2026-02-20T14:00", "2026-02-03T11:04", 2);
        var unknown = Told.ofConsentingPatient().cancelled("a", "2026-02-20T14:00", "2026-02-03T11:04", 2);

        assertThat(plan(atOnce, "2026-02-03T11:05").occasions()).isEmpty();
        assertThat(plan(unknown, "2026-02-03T11:05").occasions()).isEmpty();
    }

    @Test
    void a_series_asks_weekly_to_its_last_session_and_not_on_session_days() {
        journey = journey(touchpoint(
                "T15", 45, "SERIES", "P3D", "10:00-18:00", "START", "every: P7D", "when: {notOnSessionDays: true}"));
        var told = Told.ofConsentingPatient()
                .booked("a", "2026-02-09T14:00", "2026-02-03T11:00")
                .booked("b", "2026-02-19T14:00", "2026-02-03T11:00")
                .booked("c", "2026-02-27T14:00", "2026-02-03T11:00");

        assertThat(plan(told, "2026-02-03T11:00").occasions())
                .extracting(occasion -> String.valueOf(occasion.day()), Occasion::dropped)
                .containsExactlyInAnyOrder(
                        tuple("2026-02-12", null),
                        tuple("2026-02-19", DropReason.SESSION_DAY),
                        tuple("2026-02-26", null));
    }

    @Test
    void a_series_is_over_when_its_last_session_is_and_no_further_one_is_booked() {
        journey = journey(touchpoint("T21", 35, "LAST_SESSION", "P1D", "10:00-18:00", "START"));
        var told = session().completed("a", "2026-02-20T15:10");
        assertThat(opens(told, "2026-02-20T15:10", "T21")).isEqualTo("2026-02-21T10:00");

        told.booked("b", "2026-02-24T14:00", "2026-02-20T16:00");
        assertThat(plan(told, "2026-02-20T16:00").occasions()).isEmpty();

        told.noShow("b", "2026-02-24T14:00", "2026-02-24T16:00", 2);
        assertThat(only(told, "2026-02-24T16:00", "T21").dropped()).isEqualTo(DropReason.TOO_OLD);
    }

    @Test
    void the_next_session_is_due_after_the_clinics_interval_unless_it_is_booked() {
        journey = journey(touchpoint("T23", 60, "MAINTENANCE_DUE", "-P10D", "10:00-18:00", "START"));
        var told = session().completed("a", "2026-02-20T15:10");
        assertThat(opens(told, "2026-02-20T15:10", "T23")).isEqualTo("2026-03-10T10:00");

        told.booked("b", "2026-03-24T14:00", "2026-02-25T16:00");
        assertThat(only(told, "2026-02-25T16:00", "T23").dropped()).isEqualTo(DropReason.ALREADY_BOOKED);
    }

    @Test
    void an_answer_leads_to_the_next_question_only_where_its_condition_holds() {
        journey = journey(
                question("T11", 90, "COMPLETED", "P1D", "10:00-13:00", "DAY"),
                touchpoint(
                        "T12",
                        55,
                        "ANSWERED",
                        "PT0S",
                        "10:00-18:00",
                        "START",
                        "when: {answered: {touchpoint: T11, atMost: 3}}"));
        var told = session().completed("a", "2026-02-20T15:10");
        say(told, "2026-02-21T10:00", "T11");
        answer(told, "T11", "5", "2026-02-21T10:20");
        assertThat(find(told, "2026-02-21T10:21", "T12")).isEmpty();

        answers.clear();
        answer(told, "T11", "3", "2026-02-21T10:30");
        assertThat(opens(told, "2026-02-21T10:31", "T12")).isEqualTo("2026-02-21T10:30");
    }

    @Test
    void a_reminder_goes_once_its_question_was_put_and_nobody_wrote() {
        journey = journey(question("T11", 90, "COMPLETED", "P1D", "10:00-13:00", "DAY", "reminder: {at: \"16:00\"}"));
        var told = session().completed("a", "2026-02-20T15:10");
        assertThat(reminder(told, "2026-02-20T15:10").window())
                .isEqualTo(told.window("2026-02-21T16:00", "2026-02-21T18:00"));

        say(told, "2026-02-21T10:00", "T11");
        assertThat(reminder(told, "2026-02-21T16:00").isPlanned()).isTrue();
        become("T11", row -> row.heard(told.at("2026-02-21T15:00")));
        assertThat(reminder(told, "2026-02-21T16:00").dropped()).isEqualTo(DropReason.ANSWERED);
    }

    @Test
    void nobody_is_reminded_of_a_question_that_was_not_put() {
        journey = journey(question("T14", 30, "COMPLETED", "P1D", "10:00-13:00", "DAY", "reminder: {at: \"12:00\"}"));
        var told = session().completed("a", "2026-02-20T15:10");

        assertThat(reminder(told, "2026-02-21T12:00").dropped()).isEqualTo(DropReason.NOT_ASKED);
    }

    @Test
    void silence_begins_on_the_day_of_the_reminder() {
        journey = journey(question(
                "T14",
                30,
                "COMPLETED",
                "P7D",
                "10:00-18:00",
                "DAY",
                "reminder: {after: P1D}",
                "silence: {by: \"20:00\"}"));
        var told = session().completed("a", "2026-02-20T15:10");

        assertThat(only(told, "2026-02-20T15:10", "T14").silentAt()).isEqualTo(told.at("2026-02-28T20:00"));
        assertThat(reminder(told, "2026-02-20T15:10").window())
                .isEqualTo(told.window("2026-02-28T10:00", "2026-02-28T18:00"));
    }

    @Test
    void what_finds_no_place_is_dropped_and_names_who_took_it() {
        journey = journey(
                touchpoint("T06", 70, "SESSION", "-P3D", "10:00-18:00", "START"),
                touchpoint("T05", 65, "SESSION", "-P3D", "10:00-18:00", "START"),
                touchpoint("E11", 5, "SESSION", "-P3D", "10:00-18:00", "START"));

        assertThat(plan(session(), "2026-02-03T12:00").occasions())
                .extracting(occasion -> occasion.touchpoint().code(), Occasion::dropped, Occasion::inFavourOf)
                .containsExactlyInAnyOrder(
                        tuple("T06", null, null),
                        tuple("T05", null, null),
                        tuple("E11", DropReason.OVER_BUDGET, "T05, T06"));
    }

    @Test
    void any_seven_days_hold_no_more_than_was_promised() {
        journey =
                journey(touchpoint("E", 5, "FIRST_SESSION", "P1D", "10:00-18:00", "PATIENT", "every: P1D", "times: 9"));

        assertThat(plan(session(), "2026-02-03T12:00").occasions())
                .extracting(occasion -> String.valueOf(occasion.day()), Occasion::isPlanned)
                .containsExactly(
                        tuple("2026-02-21", true),
                        tuple("2026-02-22", true),
                        tuple("2026-02-23", true),
                        tuple("2026-02-24", true),
                        tuple("2026-02-25", true),
                        tuple("2026-02-26", false),
                        tuple("2026-02-27", false),
                        tuple("2026-02-28", true),
                        tuple("2026-03-01", true));
    }

    @Test
    void the_check_after_a_session_keeps_its_place_before_anybody_has_come() {
        journey = journey(
                touchpoint("T07", 65, "SESSION", "-PT3H", "09:00-20:00", "START"),
                touchpoint("T00", 64, "SESSION", "-PT2H", "09:00-20:00", "START"),
                touchpoint("T0X", 63, "SESSION", "-PT1H", "09:00-20:00", "START"),
                question("T10", 95, "COMPLETED", "PT3H", "17:00-20:00", "DAY", "fallback: PT0S"));
        var told = session();

        assertThat(plan(told, "2026-02-20T09:00").occasions())
                .extracting(occasion -> occasion.touchpoint().code(), Occasion::dropped, Occasion::inFavourOf)
                .containsExactlyInAnyOrder(
                        tuple("T07", null, null),
                        tuple("T00", null, null),
                        tuple("T0X", DropReason.OVER_BUDGET, "T00, T07, T10"));
        told.cancelled("a", "2026-02-20T14:00", "2026-02-20T09:30", 2);
        assertThat(plan(told, "2026-02-20T09:30").occasions()).noneMatch(Occasion::isPlanned);
    }

    @Test
    void a_question_waits_for_one_of_higher_rank_and_is_dropped_when_its_window_is_over_by_then() {
        journey = journey(
                question("T06", 70, "SESSION", "-P1D", "10:00-18:00", "START"),
                question("T15", 45, "SESSION", "-P1D", "10:00-18:00", "START"),
                question("T22", 44, "SESSION", "-P0D", "05:00-12:00", "START"));

        var plan = plan(session(), "2026-02-03T12:00");
        assertThat(only(plan, "T06").isPlanned()).isTrue();
        assertThat(only(plan, "T15").dropped()).isEqualTo(DropReason.QUESTION_OPEN);
        assertThat(only(plan, "T22").window()).isEqualTo(session().window("2026-02-20T06:00", "2026-02-20T12:00"));
    }

    @Test
    void the_check_of_the_next_day_takes_the_place_of_the_evenings_unanswered_one() {
        journey = journey(
                question("T10", 95, "COMPLETED", "PT3H", "17:00-20:00", "DAY"),
                question("T11", 90, "COMPLETED", "P1D", "10:00-13:00", "DAY"));
        var told = session().completed("a", "2026-02-20T15:10");
        say(told, "2026-02-20T18:10", "T10");

        assertThat(opens(told, "2026-02-21T10:00", "T11")).isEqualTo("2026-02-21T10:00");
    }

    @Test
    void each_drip_tells_the_next_topic_mandatory_ones_first_and_none_that_was_told() {
        journey = journey(
                touchpoint("E11", 6, "COMPLETED", "PT2H", "10:00-20:00", "DAY", "covers: [E05]"),
                drip("T16", "COMPLETED", "P1D", "every: P2D", "times: 4"));
        var told = session().completed("a", "2026-02-20T15:10");

        assertThat(only(told, "2026-02-20T15:10", "E11").dropped()).isNull();
        assertThat(topics(told, "2026-02-20T15:10")).containsExactly("E12", "E03", "E04", "NO_TOPIC_LEFT");
        say(told, "2026-02-20T17:10", "E11");
        say(told, "2026-02-21T11:00", "T16");
        assertThat(topics(told, "2026-02-21T12:00")).containsExactly("E12", "E03", "E04", "NO_TOPIC_LEFT");
    }

    @Test
    void a_pause_holds_back_what_opens_in_it_and_lets_go_what_is_still_in_its_window_afterwards() {
        journey = journey(touchpoint("T06", 70, "SESSION", "-P1D", "10:00-18:00", "START"));
        var told = session();
        pauses = new Pauses(List.of(new Pause(null, told.at("2026-02-19T08:00"), told.at("2026-02-19T12:00"))));
        assertThat(opens(told, "2026-02-03T12:00", "T06")).isEqualTo("2026-02-19T12:00");

        pauses = new Pauses(List.of(new Pause("T06", told.at("2026-02-19T08:00"), null)));
        assertThat(only(told, "2026-02-03T12:00", "T06").dropped()).isEqualTo(DropReason.PAUSED);
        assertThat(plan(told, "2026-02-03T12:00").looksAgainAt()).contains(told.at("2026-02-19T08:00"));

        pauses = new Pauses(List.of(new Pause("T07", told.at("2026-02-19T08:00"), null)));
        assertThat(only(told, "2026-02-03T12:00", "T06").isPlanned()).isTrue();
    }

    @Test
    void on_a_closure_a_text_goes_moves_or_is_dropped() {
        journey = journey(
                touchpoint("T11", 90, "COMPLETED", "P1D", "10:00-13:00", "DAY"),
                touchpoint("T14", 30, "COMPLETED", "P1D", "10:00-13:00", "DAY", "whenClosed: MOVE"),
                touchpoint("T13", 45, "COMPLETED", "P1D", "10:00-13:00", "DAY", "whenClosed: DROP"),
                touchpoint("T05", 65, "SESSION", "-P1D", "10:00-13:00", "START", "whenClosed: MOVE"));
        var told = session().completed("a", "2026-02-20T15:10").booked("b", "2026-02-23T09:00", "2026-02-03T11:00");
        closures = new Closures(
                List.of(new Closure(LocalDate.parse("2026-02-21"), LocalDate.parse("2026-02-22"), "Storm")));

        var plan = plan(told, "2026-02-20T15:11");
        assertThat(only(plan, "T11").isPlanned()).isTrue();
        assertThat(only(plan, "T14").window()).isEqualTo(told.window("2026-02-23T10:00", "2026-02-23T13:00"));
        assertThat(only(plan, "T13").dropped()).isEqualTo(DropReason.CLINIC_CLOSED);
        assertThat(plan.occasions())
                .filteredOn(occasion -> occasion.touchpoint().code().equals("T05"))
                .extracting(Occasion::dropped)
                .contains(DropReason.CLINIC_CLOSED);
    }

    @Test
    void from_arrival_to_discharge_only_safety_is_said() {
        journey = journey(
                touchpoint("T02", 60, "BOOKED", "PT10M", "09:00-20:00", "START"),
                touchpoint("E11", 5, "SESSION", "PT20M", "09:00-14:30", "START"));
        var told = session().arrived("a", "2026-02-20T13:50").booked("b", "2026-02-27T14:00", "2026-02-20T14:20");

        var plan = plan(told, "2026-02-20T14:25");
        assertThat(plan.occasions())
                .filteredOn(occasion -> occasion.touchpoint().code().equals("T02") && occasion.isPlanned())
                .extracting(Occasion::window)
                .containsExactly(told.window("2026-02-20T17:00", "2026-02-20T20:00"));
        assertThat(plan.occasions())
                .filteredOn(occasion -> occasion.touchpoint().code().equals("E11"))
                .extracting(Occasion::dropped)
                .contains(DropReason.IN_SESSION);
    }

    @Test
    void a_text_moves_to_the_next_of_its_days() {
        journey = journey(touchpoint("T15", 45, "COMPLETED", "P1D", "10:00-18:00", "DAY", "days: [MON, TUE]"));

        assertThat(opens(session().completed("a", "2026-02-20T15:10"), "2026-02-20T15:10", "T15"))
                .isEqualTo("2026-02-23T10:00");
    }

    @Test
    void the_next_session_supersedes_what_the_last_one_left_to_say() {
        journey = journey(touchpoint("T13", 45, "COMPLETED", "P3D", "10:00-18:00", "DAY", "supersededBySession: true"));
        var told = session().completed("a", "2026-02-20T15:10").booked("b", "2026-02-23T09:00", "2026-02-03T11:00");
        assertThat(only(told, "2026-02-20T15:10", "T13").dropped()).isEqualTo(DropReason.NEWER_SESSION);

        told.cancelled("b", "2026-02-23T09:00", "2026-02-21T11:00", 2);
        assertThat(only(told, "2026-02-21T11:00", "T13").isPlanned()).isTrue();
    }

    @Test
    void staff_hear_of_whoever_has_not_come_though_they_opted_out_of_texts() {
        journey = journey("""
                  - {id: T08, name: Find out, purpose: LOGISTICS, priority: 70, anchor: SESSION, offset: PT20M, window: 06:00-22:00,
                     oncePer: START, toStaff: true, when: {arrived: false}}
                """);
        var told = session().optedOut("2026-02-10T09:00");
        assertThat(opens(told, "2026-02-20T14:00", "T08")).isEqualTo("2026-02-20T14:20");

        assertThat(find(told.arrived("a", "2026-02-20T14:15"), "2026-02-20T14:16", "T08"))
                .isEmpty();
    }

    @Test
    void a_closed_case_has_a_caring_word_unless_it_was_nothing_or_is_open_again() {
        journey = journey(touchpoint("T25", 20, "CASE_CLOSED", "P1D", "11:00-17:00", "START", "toStaff: true"));
        var told = Told.ofConsentingPatient();
        var id = EscalationId.random();
        told.facts.add(new CaseTold(id, false, true, told.at("2026-02-10T09:00")));
        assertThat(opens(told, "2026-02-10T09:00", "T25")).isEqualTo("2026-02-11T11:00");

        told.facts.add(new CaseTold(id, true, false, told.at("2026-02-10T10:00")));
        told.facts.add(new CaseTold(EscalationId.random(), false, false, told.at("2026-02-10T09:00")));
        assertThat(plan(told, "2026-02-10T10:00").occasions()).isEmpty();
    }

    @Test
    void two_weeks_of_silence_are_counted_from_the_last_word_of_whoever_was_asked() {
        journey = journey(
                question("T11", 90, "COMPLETED", "P1D", "10:00-13:00", "DAY"),
                touchpoint("T24", 20, "LAST_HEARD", "P14D", "11:00-17:00", "START", "toStaff: true"));
        var told = session().completed("a", "2026-02-20T15:10");
        assertThat(find(told, "2026-02-20T15:10", "T24")).isEmpty();

        told.facts.add(new Wrote(told.at("2026-02-20T16:00")));
        say(told, "2026-02-21T10:00", "T11");
        assertThat(opens(told, "2026-02-21T10:01", "T24")).isEqualTo("2026-03-06T11:00");
    }

    private static Told session() {
        return Told.ofConsentingPatient().booked("a", "2026-02-20T14:00", "2026-02-03T11:00");
    }

    private Plan plan(Told told, String now) {
        var known = new Known(
                PatientHistory.of(told.facts), List.copyOf(rows.values()), List.copyOf(answers), pauses, closures);
        var plan = Planner.plan(known, journey, NEW_YORK, told.at(now));
        new Changes(PATIENT, told.at(now))
                .between(known.standing(), plan)
                .forEach(change -> rows.put(change.touchpoint().id(), change.touchpoint()));
        return plan;
    }

    private List<Occasion> find(Told told, String now, String touchpoint) {
        return plan(told, now).occasions().stream()
                .filter(occasion -> occasion.touchpoint().code().equals(touchpoint) && !occasion.isReminder())
                .toList();
    }

    private Occasion only(Told told, String now, String touchpoint) {
        return only(plan(told, now), touchpoint);
    }

    private static Occasion only(Plan plan, String touchpoint) {
        var found = plan.occasions().stream()
                .filter(occasion -> occasion.touchpoint().code().equals(touchpoint) && !occasion.isReminder())
                .toList();
        assertThat(found).as(touchpoint).hasSize(1);
        return found.getFirst();
    }

    private Occasion reminder(Told told, String now) {
        return plan(told, now).occasions().stream()
                .filter(Occasion::isReminder)
                .findFirst()
                .orElseThrow();
    }

    private String opens(Told told, String now, String touchpoint) {
        var occasion = only(told, now, touchpoint);
        assertThat(occasion.dropped()).isNull();
        return occasion.goesIn().opensAt().atZone(NEW_YORK).toLocalDateTime().toString();
    }

    private List<String> topics(Told told, String now) {
        return find(told, now, "T16").stream()
                .map(occasion -> occasion.topic() == null
                        ? String.valueOf(occasion.dropped())
                        : occasion.topic().code())
                .toList();
    }

    private void say(Told told, String now, String touchpoint) {
        plan(told, now);
        become(touchpoint, row -> row.requested().reported(State.SENT, null));
    }

    /** The first of a touchpoint's rows. */
    private void become(String touchpoint, UnaryOperator<PlannedTouchpoint> step) {
        var row = rows.values().stream()
                .filter(found -> found.touchpoint().equals(touchpoint) && found.reminderOf() == null)
                .findFirst()
                .orElseThrow();
        rows.put(row.id(), step.apply(row));
    }

    private void answer(Told told, String touchpoint, String value, String when) {
        rows.values().stream()
                .filter(row -> row.touchpoint().equals(touchpoint))
                .findFirst()
                .ifPresent(row -> answers.add(new GivenAnswer(touchpoint, row.id(), value, told.at(when))));
        become(touchpoint, row -> row.heard(told.at(when)));
    }

    private static Journey journey(String... touchpoints) {
        return JourneyYaml.read("""
                journey: small
                settle: PT10M
                dischargeAfterEnd: PT2H
                dischargeAfterStart: PT3H
                maintenanceEvery: P28D
                budget: {perDay: 2, perSessionDay: 3, perWeek: 5}
                topics:
                  - {id: E03, name: Three, mandatory: false, text: {en: Three}}
                  - {id: E04, name: Four, mandatory: false, text: {en: Four}}
                  - {id: E05, name: Five, mandatory: true, text: {en: Five}}
                  - {id: E12, name: Twelve, mandatory: true, text: {en: Twelve}}
                touchpoints:
                """ + String.join("", touchpoints));
    }

    private static String touchpoint(
            String id, int priority, String anchor, String offset, String window, String once, String... more) {
        return fields(id, priority, anchor, offset, window, once, more) + "    text: {en: Words}\n";
    }

    private static String question(
            String id, int priority, String anchor, String offset, String window, String once, String... more) {
        return touchpoint(id, priority, anchor, offset, window, once, more)
                + "    asks: {form: NUMBER, min: 0, max: 10, answerWithin: PT20H}\n";
    }

    private static String drip(String id, String anchor, String offset, String... more) {
        return fields(id, 5, anchor, offset, "11:00-17:00", "START", more) + "    draws: topics\n";
    }

    private static String fields(
            String id, int priority, String anchor, String offset, String window, String once, String... more) {
        var fields = new StringBuilder("  - id: " + id + "\n");
        List.of(
                        "name: " + id,
                        "purpose: CHECK_IN",
                        "priority: " + priority,
                        "anchor: " + anchor,
                        "offset: " + offset,
                        "window: " + window,
                        "oncePer: " + once)
                .forEach(field -> fields.append("    ").append(field).append('\n'));
        List.of(more).forEach(field -> fields.append("    ").append(field).append('\n'));
        return fields.toString();
    }
}
