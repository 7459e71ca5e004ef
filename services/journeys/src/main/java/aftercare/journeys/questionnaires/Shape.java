package aftercare.journeys.questionnaires;

import aftercare.journeys.definition.Asks;
import aftercare.journeys.instruments.Questionnaire;
import aftercare.journeys.instruments.Questionnaires;
import aftercare.schemas.QuestionId;
import aftercare.schemas.messaging.AnswerForm;
import aftercare.schemas.messaging.Question;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which answers a question takes, and which of them are risk.
 *
 * @param yesMeans the choice that a plain "yes" stands for; none where it answers nothing
 * @param noMeans the same for "no"
 */
public record Shape(
        AnswerForm form,
        List<String> choices,
        @Nullable String yesMeans,
        @Nullable String noMeans,
        int min,
        int max,
        boolean asksAboutRisk,
        List<String> riskAnswers) {
    public Shape {
        choices = List.copyOf(choices);
        riskAnswers = List.copyOf(riskAnswers);
    }

    public static Shape of(Asks asks) {
        return switch (asks.form()) {
            case CHOICE ->
                new Shape(
                        AnswerForm.CHOICE,
                        asks.choices(),
                        asks.yesMeans(),
                        asks.noMeans(),
                        0,
                        0,
                        asks.asksAboutRisk(),
                        asks.riskAnswers());
            case NUMBER ->
                new Shape(
                        AnswerForm.NUMBER,
                        List.of(),
                        null,
                        null,
                        asks.min(),
                        asks.max(),
                        asks.asksAboutRisk(),
                        asks.riskAnswers());
            case INSTRUMENT -> of(Questionnaires.shipped().of(Objects.requireNonNull(asks.instrument())), 1);
        };
    }

    public static Shape of(Questionnaire questionnaire, int item) {
        return new Shape(
                AnswerForm.NUMBER,
                List.of(),
                null,
                null,
                questionnaire.lowest(),
                questionnaire.highest(),
                questionnaire.items().get(item - 1).asksAboutRisk(),
                questionnaire.riskAnswers(item));
    }

    /** Whether a canonical answer is one that was asked for. */
    public boolean expects(String answer) {
        return switch (form) {
            case CHOICE -> choices.contains(answer);
            case NUMBER ->
                answer.matches("\\d{1,3}") && Integer.parseInt(answer) >= min && Integer.parseInt(answer) <= max;
        };
    }

    public Question question(QuestionId id, String touchpoint, Duration answerWithin) {
        return new Question(
                id, touchpoint, form, choices, yesMeans, noMeans, min, max, asksAboutRisk, riskAnswers, answerWithin);
    }
}
