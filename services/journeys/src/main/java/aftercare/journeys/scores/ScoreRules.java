package aftercare.journeys.scores;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What scores say that a human should look at. Reads no clock and no table. */
public final class ScoreRules {
    private static final int LOW_MOOD = 2;
    private static final int DROP = 4;
    private static final Duration OWN_MEDIAN_OF = Duration.ofDays(14);
    private static final int TREND_ANSWERS = 4;
    private static final int TREND_FALL = 3;
    private static final Duration TREND_WITHIN = Duration.ofDays(28);
    private static final int SEVERE_PHQ9 = 20;
    private static final int PHQ9_RISE = 5;
    private static final Duration ELEVATED_FOR = Duration.ofDays(28);
    private static final int RATHER_LOW_MOOD = 3;
    private static final int ELEVATED_PHQ2 = 3;
    private static final int ELEVATED = 10;

    private ScoreRules() {}

    /** What the newest score shows, in the light of those before it. */
    public static List<LowMoodRule> found(Collection<Score> earlier, Score newest) {
        var before = earlier.stream()
                .filter(score -> score.scale() == newest.scale() && score.at().isBefore(newest.at()))
                .sorted(comparing(Score::at))
                .toList();
        return switch (newest.scale()) {
            case MOOD -> ofMood(before, newest);
            case PHQ9 -> ofPhq9(before, newest);
            case PHQ2, GAD7 -> List.of();
        };
    }

    private static List<LowMoodRule> ofMood(List<Score> before, Score newest) {
        var found = new ArrayList<LowMoodRule>();
        if (newest.value() <= LOW_MOOD) {
            found.add(LowMoodRule.LOW_MOOD);
        }
        if (ownMedian(before, newest.at())
                .filter(median -> median - newest.value() >= DROP)
                .isPresent()) {
            found.add(LowMoodRule.MOOD_DROP);
        }
        if (falls(before, newest)) {
            found.add(LowMoodRule.FALLING_TREND);
        }
        return found;
    }

    private static Optional<Double> ownMedian(List<Score> before, Instant now) {
        var values = before.stream()
                .filter(score -> !score.at().isBefore(now.minus(OWN_MEDIAN_OF)))
                .map(Score::value)
                .sorted()
                .toList();
        int size = values.size();
        return size == 0 ? Optional.empty() : Optional.of((values.get((size - 1) / 2) + values.get(size / 2)) / 2.0);
    }

    private static boolean falls(List<Score> before, Score newest) {
        var last = Stream.concat(before.stream(), Stream.of(newest))
                .filter(score -> !score.at().isBefore(newest.at().minus(TREND_WITHIN)))
                .map(Score::value)
                .toList();
        if (last.size() < TREND_ANSWERS) {
            return false;
        }
        var tail = last.subList(last.size() - TREND_ANSWERS, last.size());
        return IntStream.range(1, TREND_ANSWERS).allMatch(i -> tail.get(i) <= tail.get(i - 1))
                && tail.getFirst() - tail.getLast() >= TREND_FALL;
    }

    private static List<LowMoodRule> ofPhq9(List<Score> before, Score newest) {
        var found = new ArrayList<LowMoodRule>();
        if (newest.value() >= SEVERE_PHQ9) {
            found.add(LowMoodRule.PHQ9_SEVERE);
        }
        if (!before.isEmpty() && newest.value() - before.getLast().value() >= PHQ9_RISE) {
            found.add(LowMoodRule.PHQ9_RISE);
        }
        return found;
    }

    /** Whether silence needs a human because of what the patient last said of how they are. */
    public static boolean elevated(Collection<Score> scores, Instant now) {
        return Stream.of(Scale.values())
                .flatMap(scale ->
                        scores.stream().filter(score -> score.scale() == scale).max(comparing(Score::at)).stream())
                .filter(score -> !score.at().isBefore(now.minus(ELEVATED_FOR)))
                .anyMatch(ScoreRules::isElevated);
    }

    private static boolean isElevated(Score score) {
        return switch (score.scale()) {
            case MOOD -> score.value() <= RATHER_LOW_MOOD;
            case PHQ2 -> score.value() >= ELEVATED_PHQ2;
            case PHQ9, GAD7 -> score.value() >= ELEVATED;
        };
    }
}
