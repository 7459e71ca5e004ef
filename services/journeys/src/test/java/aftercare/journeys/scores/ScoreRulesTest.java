package aftercare.journeys.scores;

import static aftercare.journeys.scores.LowMoodRule.FALLING_TREND;
import static aftercare.journeys.scores.LowMoodRule.LOW_MOOD;
import static aftercare.journeys.scores.LowMoodRule.MOOD_DROP;
import static aftercare.journeys.scores.LowMoodRule.PHQ9_RISE;
import static aftercare.journeys.scores.LowMoodRule.PHQ9_SEVERE;
import static aftercare.journeys.scores.Scale.MOOD;
import static aftercare.journeys.scores.Scale.PHQ2;
import static aftercare.journeys.scores.Scale.PHQ9;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-20T15:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_mood_of_two_or_less_is_low(int mood) {
        assertThat(ScoreRules.found(List.of(), mood(mood))).containsExactly(LOW_MOOD);
    }

    @Test
    void a_mood_of_three_by_itself_says_nothing() {
        assertThat(ScoreRules.found(List.of(), mood(3))).isEmpty();
    }

    @Test
    void a_drop_is_measured_against_the_patients_own_median_of_fourteen_days() {
        var median7 = moods(6, 8, 7, 9, 6);

        assertThat(ScoreRules.found(median7, mood(3))).contains(MOOD_DROP);
        assertThat(ScoreRules.found(median7, mood(4))).doesNotContain(MOOD_DROP);
        assertThat(ScoreRules.found(moods(7, 8), mood(4))).doesNotContain(MOOD_DROP);
        assertThat(ScoreRules.found(moods(8, 8), mood(4))).contains(MOOD_DROP);
    }

    @Test
    void older_answers_are_no_part_of_the_median() {
        var old = List.of(new Score(MOOD, 9, NOW.minus(Duration.ofDays(14)).minusSeconds(1)));
        var recent = List.of(new Score(MOOD, 9, NOW.minus(Duration.ofDays(14))));

        assertThat(ScoreRules.found(old, mood(4))).isEmpty();
        assertThat(ScoreRules.found(recent, mood(4))).containsExactly(MOOD_DROP);
    }

    @Test
    void four_moods_that_only_go_down_by_three_are_a_trend() {
        assertThat(ScoreRules.found(moods(8, 7, 6), mood(5))).containsExactly(FALLING_TREND);
        assertThat(ScoreRules.found(moods(8, 6, 6), mood(5))).containsExactly(FALLING_TREND);
        assertThat(ScoreRules.found(moods(8, 7, 6), mood(6))).isEmpty();
        assertThat(ScoreRules.found(moods(6, 7, 6), mood(5))).isEmpty();
        assertThat(ScoreRules.found(moods(8, 6), mood(5))).isEmpty();
    }

    @Test
    void a_trend_needs_its_answers_within_four_weeks() {
        var slow = IntStream.range(0, 3)
                .mapToObj(i -> new Score(MOOD, 8 - i, NOW.minus(Duration.ofDays(30 - i * 10L))))
                .toList();

        assertThat(ScoreRules.found(slow, mood(5))).isEmpty();
    }

    @Test
    void a_phq9_of_twenty_or_one_that_rose_by_five_is_looked_at() {
        assertThat(ScoreRules.found(List.of(), phq9(20))).containsExactly(PHQ9_SEVERE);
        assertThat(ScoreRules.found(List.of(), phq9(19))).isEmpty();
        assertThat(ScoreRules.found(List.of(earlierPhq9(9)), phq9(14))).containsExactly(PHQ9_RISE);
        assertThat(ScoreRules.found(List.of(earlierPhq9(9)), phq9(13))).isEmpty();
        assertThat(ScoreRules.found(List.of(earlierPhq9(15)), phq9(20))).containsExactly(PHQ9_SEVERE, PHQ9_RISE);
    }

    @Test
    void what_comes_in_any_order_is_judged_in_the_order_of_time() {
        var shuffled = new java.util.ArrayList<>(moods(8, 7, 6));
        Collections.reverse(shuffled);

        assertThat(ScoreRules.found(shuffled, mood(5))).containsExactly(FALLING_TREND);
    }

    @Test
    void the_last_score_of_each_scale_says_whether_silence_needs_a_human() {
        assertThat(ScoreRules.elevated(List.of(), NOW)).isFalse();
        assertThat(ScoreRules.elevated(moods(3), NOW)).isTrue();
        assertThat(ScoreRules.elevated(moods(3, 6), NOW)).isFalse();
        assertThat(ScoreRules.elevated(List.of(new Score(PHQ2, 3, NOW)), NOW)).isTrue();
        assertThat(ScoreRules.elevated(List.of(new Score(PHQ2, 2, NOW)), NOW)).isFalse();
        assertThat(ScoreRules.elevated(List.of(earlierPhq9(10)), NOW)).isTrue();
        assertThat(ScoreRules.elevated(List.of(new Score(PHQ9, 27, NOW.minus(Duration.ofDays(29)))), NOW))
                .isFalse();
    }

    /** One a day, the last of them yesterday. */
    private static List<Score> moods(int... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Score(MOOD, values[i], NOW.minus(Duration.ofDays(values.length - i))))
                .toList();
    }

    private static Score mood(int value) {
        return new Score(MOOD, value, NOW);
    }

    private static Score phq9(int value) {
        return new Score(PHQ9, value, NOW);
    }

    private static Score earlierPhq9(int value) {
        return new Score(PHQ9, value, NOW.minus(Duration.ofDays(7)));
    }
}
