package aftercare.console.patients;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.console.remote.ProgressService.Score;
import aftercare.console.remote.ProgressService.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreChartTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void each_scale_has_a_chart_and_mood_is_first() {
        var charts =
                ScoreChart.of(List.of(score("PHQ9", 14, 27, 3), score("MOOD", 7, 10, 2)), List.of(), ZoneOffset.UTC);

        assertThat(charts).extracting(ScoreChart::scale).containsExactly("MOOD", "PHQ9");
    }

    @Test
    void the_best_mood_is_at_the_top_and_later_is_further_right() {
        var chart = chart(score("MOOD", 0, 10, 6), score("MOOD", 10, 10, 0));

        assertThat(chart.dots().getFirst().y()).isEqualTo(chart.bottom());
        assertThat(chart.dots().getLast().y()).isEqualTo(chart.top());
        assertThat(chart.dots().getFirst().x())
                .isLessThan(chart.dots().getLast().x());
        assertThat(chart.dots()).allSatisfy(dot -> assertThat(dot.x()).isBetween(chart.left(), chart.right()));
    }

    @Test
    void sessions_that_took_place_in_the_span_are_marked_with_their_number() {
        var charts = ScoreChart.of(
                List.of(score("MOOD", 5, 10, 6), score("MOOD", 6, 10, 0)),
                List.of(
                        session("BOOKED", 2, 3),
                        session("CANCELLED", 3, 2),
                        session("BOOKED", 1, 90),
                        session("BOOKED", 4, -30)),
                ZoneOffset.UTC);

        assertThat(charts.getFirst().sessions())
                .extracting(ScoreChart.Mark::name)
                .containsExactly("2");
    }

    @Test
    void one_score_alone_stands_in_a_week() {
        var chart = chart(score("MOOD", 5, 10, 0));

        assertThat(chart.dots()).hasSize(1);
        assertThat(chart.ticks()).hasSize(4);
        assertThat(chart.ticks().getLast().day()).isEqualTo("11 Mar");
    }

    private static ScoreChart chart(Score... scores) {
        return ScoreChart.of(List.of(scores), List.of(), ZoneOffset.UTC).getFirst();
    }

    private static Score score(String scale, int value, int most, int daysAgo) {
        return new Score(scale, value, most, null, "T11", "machine", NOON.minus(Duration.ofDays(daysAgo)));
    }

    private static Visit session(String standing, int number, int daysAgo) {
        return new Visit(
                "a" + number, "SESSION", "IV", standing, number, NOON.minus(Duration.ofDays(daysAgo)), null, null);
    }
}
