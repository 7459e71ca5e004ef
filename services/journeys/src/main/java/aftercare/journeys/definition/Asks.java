package aftercare.journeys.definition;

import aftercare.schemas.messaging.AnswerForm;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a touchpoint asks.
 *
 * @param requests answers that put a topic on the front desk's list
 * @param silenceBy local time of the sending's day after which silence is a missed check-in; none: silence means nothing
 * @param silenceAfterLate how long after a late window silence is one
 */
public record Asks(
        AnswerForm form,
        List<String> choices,
        int min,
        int max,
        boolean asksAboutRisk,
        List<String> riskAnswers,
        Duration answerWithin,
        Map<String, String> requests,
        @Nullable LocalTime silenceBy,
        Duration silenceAfterLate) {
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
        };
    }
}
