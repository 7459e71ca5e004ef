package aftercare.journeys.planning;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final PatientId PATIENT = new PatientId("p");

    private final Map<UUID, PlannedTouchpoint> rows = new LinkedHashMap<>();

    @Test
    void planning_twice_changes_nothing() {
        var told = session().completed("a", "2026-02-20T15:00");

        assertThat(plan(told, "2026-02-20T15:00")).isNotEmpty();
        assertThat(plan(told, "2026-02-20T15:00")).isEmpty();
        assertThat(plan(told, "2026-02-20T15:30")).isEmpty();
    }

    @Test
    void a_rescheduled_visit_withdraws_what_was_asked_for_and_plans_anew() {
        var told = session();
        plan(told, "2026-02-19T10:00");
        var asked = become("T06", PlannedTouchpoint::requested);

        var changes = plan(told.rescheduled("a", "2026-02-24T09:00", "2026-02-19T10:05", 2), "2026-02-19T10:05");

        assertThat(changes).extracting(Change::withdraws).contains(asked.messageId());
        assertThat(rows.get(asked.id())).extracting(PlannedTouchpoint::state).isEqualTo(State.WITHDRAWN);
        assertThat(open("T06")).singleElement().satisfies(next -> {
            assertThat(next.id()).isNotEqualTo(asked.id());
            assertThat(next.window()).isEqualTo(told.window("2026-02-23T10:00", "2026-02-23T18:00"));
        });
    }

    @Test
    void a_cancelled_visit_withdraws_what_was_asked_for() {
        var told = session();
        plan(told, "2026-02-19T10:00");
        var asked = become("T06", PlannedTouchpoint::requested);

        var changes = plan(told.cancelled("a", "2026-02-20T14:00", "2026-02-19T10:05", 2), "2026-02-19T10:05");

        assertThat(changes).extracting(Change::withdraws).contains(asked.messageId());
        assertThat(open("T06")).isEmpty();
    }

    @Test
    void a_discharge_reported_after_the_fallback_was_said_says_it_no_second_time() {
        var told = session().arrived("a", "2026-02-20T13:50");
        plan(told, "2026-02-20T17:00");
        become("T10", row -> row.requested().reported(State.SENT, null));

        plan(told.completed("a", "2026-02-20T16:40"), "2026-02-20T17:05");

        assertThat(open("T10")).isEmpty();
        assertThat(all("T10")).hasSize(1);
    }

    @Test
    void a_discharge_reported_before_the_fallback_moves_it() {
        var told = session().arrived("a", "2026-02-20T13:50");
        plan(told, "2026-02-20T14:00");

        plan(told.completed("a", "2026-02-20T15:30"), "2026-02-20T15:30");

        assertThat(open("T10"))
                .singleElement()
                .extracting(PlannedTouchpoint::window)
                .isEqualTo(told.window("2026-02-20T18:30", "2026-02-20T20:00"));
    }

    @Test
    void a_session_completed_in_error_takes_its_checks_back() {
        var told = session().completed("a", "2026-02-20T15:00");
        plan(told, "2026-02-20T15:00");

        plan(
                told.step(
                        aftercare.journeys.facts.Fact.CheckInStep.COMPLETED,
                        "a",
                        "2026-02-20T15:00",
                        "2026-02-20T15:10",
                        4,
                        true),
                "2026-02-20T15:10");

        assertThat(open("T10")).isEmpty();
        assertThat(all("T10")).extracting(PlannedTouchpoint::reason).containsExactly("SUPERSEDED");
    }

    @Test
    void a_withdrawn_text_is_not_said_again_before_it_is_known_to_be_unsaid() {
        var told = session();
        plan(told, "2026-02-19T10:00");
        var asked = become("T06", PlannedTouchpoint::requested);
        plan(told.cancelled("a", "2026-02-20T14:00", "2026-02-19T10:05", 2), "2026-02-19T10:05");

        plan(
                told.visit(
                        aftercare.journeys.facts.Fact.VisitChange.BOOKED,
                        "a",
                        aftercare.schemas.clinic.VisitKind.SESSION,
                        "2026-02-20T14:00",
                        "2026-02-19T10:20",
                        3),
                "2026-02-19T10:20");

        var again = open("T06").getFirst();
        var noon = told.at("2026-02-19T12:00");
        assertThat(again.isDue(noon, false)).isFalse();
        assertThat(again.unsaid(withdrawn(asked)).isDue(noon, false)).isTrue();
        assertThat(again.saidBefore(State.SENT, withdrawn(asked)).isDue(noon, false))
                .isFalse();
        assertThat(again.messageIdOfThisRevision()).isNotEqualTo(asked.messageId());
    }

    @Test
    void what_went_past_its_window_unsaid_is_skipped_and_stays_so() {
        var told = session().completed("a", "2026-02-20T15:00");
        plan(told, "2026-02-20T15:00");

        plan(told, "2026-02-20T20:00");

        assertThat(all("T10")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.SKIPPED);
            assertThat(row.reason()).isEqualTo("WINDOW_CLOSED");
        });
        assertThat(plan(told, "2026-02-20T21:00")).isEmpty();
    }

    @Test
    void a_skipped_opt_in_text_is_planned_for_the_next_day() {
        var told = Told.ofConsentingPatient();
        plan(told, "2026-02-02T10:00");
        become("T01", row -> row.requested().reported(State.SKIPPED, "HELD"));

        assertThat(plan(told, "2026-02-02T12:00")).isEmpty();
        plan(told, "2026-02-02T20:00");

        assertThat(open("T01"))
                .singleElement()
                .extracting(PlannedTouchpoint::window)
                .isEqualTo(told.window("2026-02-03T09:00", "2026-02-03T20:00"));
    }

    private static Told session() {
        return Told.ofConsentingPatient().booked("a", "2026-02-20T14:00", "2026-02-03T11:00");
    }

    private List<Change> plan(Told told, String now) {
        Instant at = told.at(now);
        var changes = new Changes(PATIENT, at).between(List.copyOf(rows.values()), told.planAt(at, Told.JOURNEY));
        changes.forEach(change -> rows.put(change.touchpoint().id(), change.touchpoint()));
        return changes;
    }

    private PlannedTouchpoint become(String touchpoint, java.util.function.UnaryOperator<PlannedTouchpoint> step) {
        var next = step.apply(open(touchpoint).getFirst());
        rows.put(next.id(), next);
        return next;
    }

    private List<PlannedTouchpoint> open(String touchpoint) {
        return all(touchpoint).stream().filter(row -> row.state().isOpen()).toList();
    }

    private List<PlannedTouchpoint> all(String touchpoint) {
        var all = new ArrayList<>(rows.values());
        all.removeIf(row -> !row.touchpoint().equals(touchpoint));
        return all;
    }

    private static MessageId withdrawn(PlannedTouchpoint asked) {
        return asked.messageIdOfThisRevision();
    }
}
