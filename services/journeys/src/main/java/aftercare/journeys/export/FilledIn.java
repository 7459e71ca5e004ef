package aftercare.journeys.export;

import aftercare.journeys.answers.Answers.Given;
import aftercare.journeys.definition.Instrument;
import aftercare.journeys.fhir.Filled;
import aftercare.journeys.fhir.Scored.Measure;
import aftercare.journeys.instruments.Questionnaire;
import aftercare.journeys.instruments.Questionnaires;
import aftercare.journeys.questionnaires.Run;
import aftercare.journeys.scores.Scale;
import aftercare.journeys.wording.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** From a questionnaire as it is defined to one with its codes and answers. */
final class FilledIn {
    private FilledIn() {}

    /** @param given its answers, oldest first; of an item that was answered twice the first counts */
    static Filled of(Run run, List<Given> given, ZoneId zone) {
        var questionnaire = run.questionnaire();
        return new Filled(
                run.id(),
                questionnaire.panel(),
                run.wording(),
                run.language(),
                zone,
                standing(run.state()),
                Optional.ofNullable(run.endedAt()).orElse(run.beganAt()),
                IntStream.rangeClosed(1, questionnaire.items().size())
                        .boxed()
                        .flatMap(item -> given.stream()
                                .filter(answer -> item.equals(answer.item()))
                                .limit(1)
                                .map(answer -> item(questionnaire, item, answer, run.language())))
                        .toList());
    }

    private static Filled.Item item(Questionnaire questionnaire, int number, Given given, String language) {
        var item = questionnaire.items().get(number - 1);
        var answer = questionnaire.answers().get(Integer.parseInt(given.value()));
        return new Filled.Item(
                item.loinc(),
                item.text().in(language),
                answer.value(),
                answer.loinc(),
                answer.text().in(Texts.ENGLISH));
    }

    private static Filled.Standing standing(Run.State state) {
        return switch (state) {
            case OPEN -> Filled.Standing.IN_PROGRESS;
            case SCORED -> Filled.Standing.COMPLETED;
            case STOPPED -> Filled.Standing.STOPPED;
        };
    }

    static Measure measure(Scale scale) {
        return switch (scale) {
            case MOOD -> new Measure.Mood();
            case PHQ2 -> total(Instrument.PHQ2);
            case PHQ9 -> total(Instrument.PHQ9);
            case GAD7 -> total(Instrument.GAD7);
        };
    }

    private static Measure total(Instrument instrument) {
        var questionnaire = Questionnaires.shipped().of(instrument);
        return new Measure.Total(questionnaire.total(), questionnaire.name());
    }
}
