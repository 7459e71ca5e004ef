package aftercare.schemas.messaging;

import aftercare.schemas.QuestionId;
import java.time.Duration;
import java.util.List;

/** What a text asks, and which answers are risk: the touchpoint declares it, so that screening need not guess. Open from the sending for {@code answerWithin}. */
public record Question(
        QuestionId questionId,
        String touchpoint,
        AnswerForm form,
        List<String> choices,
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
