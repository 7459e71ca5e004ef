package aftercare.journeys.definition;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a touchpoint asks.
 *
 * @param yesMeans the choice that a plain "yes" stands for; none where it answers nothing
 * @param noMeans the same for "no"
 * @param instrument only for {@link AskForm#INSTRUMENT}: the touchpoint's text leads in to its first item
 * @param answerWithin how long the question stands open; of an instrument, each item
 * @param requests answers that put a topic on the front desk's list
 */
public record Asks(
        AskForm form,
        List<String> choices,
        @Nullable String yesMeans,
        @Nullable String noMeans,
        int min,
        int max,
        @Nullable Instrument instrument,
        boolean asksAboutRisk,
        List<String> riskAnswers,
        Duration answerWithin,
        Map<String, String> requests) {
    public Asks {
        choices = List.copyOf(choices);
        riskAnswers = List.copyOf(riskAnswers);
        requests = Map.copyOf(requests);
    }

    /** Whether a canonical answer is one that was asked for. */
    public boolean expects(String answer) {
        return switch (form) {
            case CHOICE -> choices.contains(answer);
            case NUMBER ->
                answer.matches("\\d{1,3}") && Integer.parseInt(answer) >= min && Integer.parseInt(answer) <= max;
            case INSTRUMENT -> answer.matches("[0-3]");
        };
    }

    /** Whether the answers, taken together, can be a number of at least {@code lowest} and at most {@code highest}. */
    boolean reaches(int lowest, int highest) {
        return switch (form) {
            case CHOICE ->
                choices.stream()
                        .filter(choice -> choice.matches("\\d{1,3}"))
                        .map(Integer::valueOf)
                        .anyMatch(choice -> choice >= lowest && choice <= highest);
            case NUMBER -> lowest <= max && highest >= min;
            case INSTRUMENT -> instrument != null && lowest <= instrument.highest() && highest >= 0;
        };
    }
}
