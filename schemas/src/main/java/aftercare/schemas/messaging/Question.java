package aftercare.schemas.messaging;

import aftercare.schemas.QuestionId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text asks, and which answers are risk: the touchpoint declares it, so that screening need not guess. Open from the sending for
 * {@code answerWithin}.
 *
 * @param yesMeans the choice that a plain "yes" stands for; none where it answers nothing
 * @param noMeans the same for "no"
 */
public record Question(
        QuestionId questionId,
        String touchpoint,
        AnswerForm form,
        List<String> choices,
        @Nullable String yesMeans,
        @Nullable String noMeans,
        int min,
        int max,
        boolean asksAboutRisk,
        List<String> riskAnswers,
        Duration answerWithin) {
    public Question {
        choices = List.copyOf(choices);
        riskAnswers = List.copyOf(riskAnswers);
    }
}
