package aftercare.journeys.progress;

import aftercare.journeys.answers.Answers;
import aftercare.journeys.definition.Instrument;
import aftercare.journeys.instruments.Questionnaire;
import aftercare.journeys.questionnaires.Run;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire as it went.
 *
 * @param wording the version of the words that were asked
 * @param panel LOINC code of the whole
 * @param total LOINC code of its score
 * @param reason why it ended without a score
 */
record QuestionnaireView(
        UUID questionnaireId,
        Instrument instrument,
        String name,
        String touchpoint,
        String wording,
        String language,
        String panel,
        String total,
        Run.State state,
        @Nullable String reason,
        Instant beganAt,
        @Nullable Instant endedAt,
        List<Item> items) {

    /** One item; without a value where it was not answered. */
    record Item(
            int item,
            String loinc,
            String text,
            @Nullable Integer value,
            @Nullable String answerLoinc,
            @Nullable String answerText,
            @Nullable String scoredBy,
            @Nullable Instant at) {}

    static QuestionnaireView of(Run run, List<Answers.Given> given) {
        var questionnaire = run.questionnaire();
        return new QuestionnaireView(
                run.id(),
                run.instrument(),
                questionnaire.name(),
                run.touchpoint(),
                run.wording(),
                run.language(),
                questionnaire.panel(),
                questionnaire.total(),
                run.state(),
                run.reason(),
                run.beganAt(),
                run.endedAt(),
                IntStream.rangeClosed(1, questionnaire.items().size())
                        .mapToObj(item -> item(questionnaire, item, run.language(), given))
                        .toList());
    }

    private static Item item(Questionnaire questionnaire, int number, String language, List<Answers.Given> given) {
        var item = questionnaire.items().get(number - 1);
        var answer = given.stream()
                .filter(one -> one.item() != null && one.item() == number)
                .findFirst()
                .orElse(null);
        var value = answer == null ? null : Integer.valueOf(answer.value());
        var offered = value == null ? null : questionnaire.answers().get(value);
        return new Item(
                number,
                item.loinc(),
                item.text().in(language),
                value,
                offered == null ? null : offered.loinc(),
                offered == null ? null : offered.text().in(language),
                answer == null ? null : answer.scoredBy(),
                answer == null ? null : answer.at());
    }
}
