package aftercare.escalation.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrillScoreRulesTest {
    private static final Instant OPENED = Instant.parse("2026-03-04T17:00:00Z");
    private static final DrillScoreRules RULES = new DrillScoreRules(
            Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60));

    private static Instant after(int seconds) {
        return OPENED.plusSeconds(seconds);
    }

    @Test
    void a_drill_within_every_target_passes_every_line() {
        var facts = new DrillFacts(OPENED, after(3), after(300), after(600), after(1200), 1, 1, 8, 8);

        assertThat(RULES.score(facts, Outcome.RESOLVED)).allMatch(ScoreLine::passed);
        assertThat(words(facts, Outcome.RESOLVED))
                .contains("3 s, target 5 s", "5 min, target 5 min", "8 of 8 steps done", "Up to rung 1");
    }

    @Test
    void each_line_fails_by_itself() {
        var facts = new DrillFacts(OPENED, after(6), after(301), null, after(3601), 2, 1, 7, 8);

        assertThat(RULES.score(facts, Outcome.RESOLVED).stream()
                        .filter(ScoreLine::passed)
                        .map(ScoreLine::what))
                .containsExactly("Ending");
        assertThat(words(facts, Outcome.RESOLVED)).contains("5 min 1 s, target 5 min", "No call was logged.");
    }

    @Test
    void what_never_became_a_case_fails_everything() {
        var facts = new DrillFacts(null, null, null, null, null, 0, 0, 0, 8);

        assertThat(RULES.score(facts, Outcome.NEVER_OPENED)).noneMatch(ScoreLine::passed);
    }

    private static List<String> words(DrillFacts facts, Outcome outcome) {
        return RULES.score(facts, outcome).stream().map(ScoreLine::words).toList();
    }
}
