package aftercare.journeys.answers;

import static aftercare.journeys.definition.SilenceRule.TaskFor.ALWAYS;
import static aftercare.journeys.definition.SilenceRule.TaskFor.EARLY_SESSIONS_OR_LOW_SCORE;
import static aftercare.journeys.definition.SilenceRule.TaskFor.TWICE_IN_A_ROW;
import static aftercare.journeys.definition.SilenceRule.Then.NOTE;
import static aftercare.journeys.definition.SilenceRule.Then.NOTHING;
import static aftercare.journeys.definition.SilenceRule.Then.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.journeys.definition.SilenceRule;
import aftercare.schemas.messaging.Purpose;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class SilencePolicyTest {
    private static final SilencePolicy WELL = new SilencePolicy(false, false, false);
    private static final SilencePolicy EARLY = new SilencePolicy(true, false, false);
    private static final SilencePolicy LOW = new SilencePolicy(false, true, false);
    private static final SilencePolicy AGAIN = new SilencePolicy(false, false, true);

    @Test
    void silence_of_a_patient_who_is_well_is_a_note() {
        assertThat(WELL.isTask(rule(NOTE, ALWAYS), Purpose.CHECK_IN)).isFalse();
        assertThat(WELL.isTask(rule(TASK, EARLY_SESSIONS_OR_LOW_SCORE), Purpose.CHECK_IN))
                .isFalse();
    }

    @Test
    void after_a_low_score_or_an_early_session_silence_after_any_check_in_is_a_task() {
        assertThat(EARLY.isTask(rule(NOTE, ALWAYS), Purpose.CHECK_IN)).isTrue();
        assertThat(LOW.isTask(rule(NOTE, ALWAYS), Purpose.CHECK_IN)).isTrue();
        assertThat(LOW.isTask(rule(TASK, TWICE_IN_A_ROW), Purpose.CHECK_IN)).isTrue();
    }

    @Test
    void silence_about_a_visits_preparation_says_nothing_of_safety() {
        assertThat(EARLY.isTask(rule(NOTE, ALWAYS), Purpose.LOGISTICS)).isFalse();
        assertThat(WELL.isTask(rule(TASK, ALWAYS), Purpose.LOGISTICS)).isTrue();
    }

    @Test
    void twice_in_a_row_means_the_time_before_was_missed_too() {
        assertThat(WELL.isTask(rule(TASK, TWICE_IN_A_ROW), Purpose.CHECK_IN)).isFalse();
        assertThat(AGAIN.isTask(rule(TASK, TWICE_IN_A_ROW), Purpose.CHECK_IN)).isTrue();
        assertThat(AGAIN.isTask(rule(NOTE, TWICE_IN_A_ROW), Purpose.CHECK_IN)).isFalse();
    }

    @Test
    void where_silence_means_nothing_it_means_nothing() {
        assertThat(new SilencePolicy(true, true, true).isTask(rule(NOTHING, ALWAYS), Purpose.CHECK_IN))
                .isFalse();
    }

    private static SilenceRule rule(SilenceRule.Then then, SilenceRule.TaskFor taskFor) {
        return new SilenceRule(LocalTime.of(20, 0), Duration.ofHours(3), then, taskFor);
    }
}
