package aftercare.escalation.exercises;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a drill came to, line by line. Reads no clock and no table. */
record DrillScoreRules(Duration firstPage, Duration taken, Duration firstCall, Duration resolved) {

    List<ScoreLine> score(DrillFacts facts, Outcome outcome) {
        return List.of(
                time("First page", facts.until(facts.pagedAt()), firstPage, "Nobody was paged."),
                time("Taken", facts.until(facts.takenAt()), taken, "Nobody took it."),
                time("First call logged", facts.until(facts.calledAt()), firstCall, "No call was logged."),
                time("Resolved", facts.until(facts.resolvedAt()), resolved, "Nobody resolved it."),
                rungs(facts),
                new ScoreLine(
                        "Protocol",
                        facts.stepsDone() + " of " + facts.stepsToDo() + " steps done",
                        facts.stepsDone() >= facts.stepsToDo()),
                new ScoreLine("Ending", outcome.words(), outcome == Outcome.RESOLVED));
    }

    private static ScoreLine time(String what, Optional<Duration> took, Duration target, String never) {
        return took.map(span ->
                        new ScoreLine(what, words(span) + ", target " + words(target), span.compareTo(target) <= 0))
                .orElseGet(() -> new ScoreLine(what, never, false));
    }

    private static ScoreLine rungs(DrillFacts facts) {
        if (facts.rung() == 0) {
            return new ScoreLine("Rungs paged", "None.", false);
        }
        return facts.rounds() > 1
                ? new ScoreLine("Rungs paged", "All, in " + facts.rounds() + " rounds", false)
                : new ScoreLine("Rungs paged", "Up to rung " + facts.rung(), facts.rung() == 1);
    }

    private static String words(Duration span) {
        var seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
