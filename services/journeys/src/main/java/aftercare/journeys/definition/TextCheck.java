package aftercare.journeys.definition;

import aftercare.journeys.definition.InvalidJourney.Problem;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.Finding;
import aftercare.journeys.wording.Lint;
import aftercare.journeys.wording.Place;
import aftercare.journeys.wording.Severity;
import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Wording;
import aftercare.schemas.clinic.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Whether every text of a journey says what it must, nothing it must not, and fits into two segments: {@link Lint} finds no error. */
final class TextCheck {
    private final ClinicSettings clinic;
    private final List<Problem> problems = new ArrayList<>();

    TextCheck(ClinicSettings clinic) {
        this.clinic = clinic;
    }

    List<Problem> problemsOf(Journey journey) {
        journey.touchpoints().forEach(this::check);
        journey.topics()
                .forEach(topic ->
                        checkWording(topic.code(), topic.wording(), (detailed, language) -> topic.place(detailed)));
        return problems;
    }

    private void check(Touchpoint touchpoint) {
        var wording = touchpoint.wording();
        if (wording != null) {
            checkWording(touchpoint.code(), wording, touchpoint::place);
        }
        var reminder = touchpoint.reminder();
        if (reminder != null && reminder.text() != null) {
            reminder.text()
                    .byLanguage()
                    .forEach((language, text) -> checkText(
                            touchpoint.code(),
                            "reminder.text." + language,
                            text,
                            language,
                            touchpoint.place(false, language)));
        }
        touchpoint.answers().forEach((answer, texts) -> checkAnswer(touchpoint.code(), "answers." + answer, texts));
    }

    private void checkWording(String owner, Wording wording, BiFunction<Boolean, String, Place> place) {
        checkRoutes(owner, "text.", wording, wording.discreet(), false, place);
        if (wording.detailed() != null) {
            checkRoutes(owner, "detailed.", wording, wording.detailed(), true, place);
        }
    }

    private void checkRoutes(
            String owner,
            String field,
            Wording wording,
            Texts texts,
            boolean detailed,
            BiFunction<Boolean, String, Place> place) {
        texts.byLanguage()
                .keySet()
                .forEach(language -> Stream.of(Route.values())
                        .map(route -> wording.template(detailed, language, route))
                        .distinct()
                        .forEach(text ->
                                checkText(owner, field + language, text, language, place.apply(detailed, language))));
    }

    /** What answers an answer is filled without a visit. */
    private void checkAnswer(String owner, String field, Texts texts) {
        var place = new Place(Place.Kind.STATEMENT, false, false);
        texts.byLanguage().forEach((language, text) -> checkText(owner, field + "." + language, text, language, place));
    }

    private void checkText(String owner, String field, String text, String language, Place place) {
        Lint.of(text, language, place, clinic).stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .map(Finding::toString)
                .map(what -> new Problem(owner, field, what))
                .filter(problem -> !problems.contains(problem))
                .forEach(problems::add);
    }
}
