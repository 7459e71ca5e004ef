package aftercare.escalation.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.cases.Origin;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExercisePolicyTest {
    private static final Instant NOON = Instant.parse("2026-03-04T17:00:00Z");
    private static final ExercisePolicy POLICY =
            new ExercisePolicy(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(4));
    private static final Standing NO_CASE = new Standing(null, null, false);
    private static final Standing OPEN = new Standing(NOON, "OPEN", false);
    private static final Standing TAKEN = new Standing(NOON, "ACKNOWLEDGED", false);

    private static Exercise run(Origin kind, @Nullable Instant arrived) {
        return new Exercise(
                UUID.randomUUID(),
                kind,
                LineId.random(),
                "mira",
                null,
                NOON,
                NOON,
                EscalationId.random(),
                arrived,
                null,
                null,
                null,
                List.of());
    }

    private static Instant after(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void a_canary_is_closed_by_its_page_only_if_screening_saw_it() {
        var back = run(Origin.CANARY, after(1));

        assertThat(POLICY.outcome(back, OPEN, after(1))).contains(Outcome.CLOSED);
        assertThat(POLICY.outcome(back, new Standing(null, "OPEN", false), after(1)))
                .isEmpty();
    }

    @Test
    void a_canary_is_missed_after_its_time_and_not_before() {
        var out = run(Origin.CANARY, null);

        assertThat(POLICY.outcome(out, OPEN, after(5).minusSeconds(1))).isEmpty();
        assertThat(POLICY.outcome(out, OPEN, after(5))).contains(Outcome.MISSED);
        assertThat(POLICY.nextLookAfter(out, NOON)).contains(after(5));
    }

    @Test
    void a_canary_lets_no_patient_end_it() {
        assertThat(POLICY.outcome(run(Origin.CANARY, null), new Standing(NOON, "OPEN", true), after(1)))
                .isEmpty();
    }

    @Test
    void a_drill_ends_when_it_is_resolved_or_a_patient_needs_somebody() {
        var drill = run(Origin.DRILL, null);

        assertThat(POLICY.outcome(drill, new Standing(NOON, "RESOLVED", true), after(9)))
                .contains(Outcome.RESOLVED);
        assertThat(POLICY.outcome(drill, new Standing(NOON, "OPEN", true), after(1)))
                .contains(Outcome.PATIENT_CAME);
        assertThat(POLICY.outcome(drill, OPEN, after(29))).isEmpty();
    }

    @Test
    void a_drill_that_nobody_takes_finishes_or_even_sees_ends_by_itself() {
        var drill = run(Origin.DRILL, null);

        assertThat(POLICY.outcome(drill, NO_CASE, after(5))).contains(Outcome.NEVER_OPENED);
        assertThat(POLICY.outcome(drill, OPEN, after(30))).contains(Outcome.UNANSWERED);
        assertThat(POLICY.outcome(drill, TAKEN, after(239))).isEmpty();
        assertThat(POLICY.outcome(drill, TAKEN, after(240))).contains(Outcome.UNFINISHED);
        assertThat(POLICY.nextLookAfter(drill, after(6))).contains(after(30));
    }
}
