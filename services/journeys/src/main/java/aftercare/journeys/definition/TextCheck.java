package aftercare.journeys.definition;

import aftercare.journeys.definition.InvalidJourney.Problem;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.SmsLength;
import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Variables;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.messaging.Purpose;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether every text of a journey, once filled, fits into two segments and says what it must and nothing it must not. */
final class TextCheck {
    private static final List<String> NEVER_ON_A_LOCK_SCREEN =
            List.of("ketamin", "ketamina", "spravato", "depress", "depresi", "suicid");
    private static final List<String> OPT_IN_NAMES = List.of("STOP", "HELP", "988", "911");
    private static final List<String> QUESTION_NAMES = List.of("988", "911");

    private final ClinicSettings clinic;
    private final List<Problem> problems = new ArrayList<>();

    TextCheck(ClinicSettings clinic) {
        this.clinic = clinic;
    }

    List<Problem> problemsOf(Journey journey) {
        journey.touchpoints().forEach(this::check);
        return problems;
    }

    private void check(Touchpoint touchpoint) {
        for (var language : touchpoint.wording().discreet().byLanguage().keySet()) {
            for (var route : Route.values()) {
                var text = touchpoint.wording().template(false, language, route);
                checkOne(touchpoint, "text." + language, text, language);
                discreet(touchpoint, "text." + language, text);
            }
            mustName(touchpoint, language);
        }
        if (touchpoint.wording().detailed() != null) {
            checkDetailed(touchpoint, touchpoint.wording().detailed());
        }
        touchpoint.answers().forEach((answer, texts) -> checkAnswer(touchpoint, "answers." + answer, texts));
    }

    private void checkDetailed(Touchpoint touchpoint, Texts texts) {
        for (var language : texts.byLanguage().keySet()) {
            for (var route : Route.values()) {
                checkOne(
                        touchpoint,
                        "detailed." + language,
                        touchpoint.wording().template(true, language, route),
                        language);
            }
        }
    }

    private void checkAnswer(Touchpoint touchpoint, String field, Texts texts) {
        texts.byLanguage().forEach((language, text) -> {
            checkOne(touchpoint, field + "." + language, text, language);
            discreet(touchpoint, field + "." + language, text);
        });
    }

    private void checkOne(Touchpoint touchpoint, String field, String template, String language) {
        var variables = new Variables(clinic, sampleVisit(touchpoint));
        var unfilled = variables.unfilled(template, language).toList();
        if (!unfilled.isEmpty()) {
            note(touchpoint, field, "has variables that nothing fills: " + unfilled);
            return;
        }
        var text = variables.fill(template, language);
        SmsLength.firstForeign(text)
                .ifPresent(
                        found -> note(touchpoint, field, "holds \"" + found + "\", which is not in the GSM alphabet"));
        if (text.isBlank() || SmsLength.of(text) > SmsLength.TWO_SEGMENTS) {
            note(
                    touchpoint,
                    field,
                    "is " + SmsLength.of(text) + " characters long; 1 to " + SmsLength.TWO_SEGMENTS
                            + " fit into two segments");
        }
    }

    /** The longest that date and time can be. */
    private @Nullable ZonedDateTime sampleVisit(Touchpoint touchpoint) {
        return touchpoint.timing().anchor() == Anchor.CONSENT
                ? null
                : ZonedDateTime.of(LocalDateTime.of(2026, 9, 30, 22, 30), clinic.zone());
    }

    private void mustName(Touchpoint touchpoint, String language) {
        var needed = touchpoint.purpose() == Purpose.OPT_IN
                ? OPT_IN_NAMES
                : touchpoint.asks() == null ? List.<String>of() : QUESTION_NAMES;
        var text = touchpoint.wording().discreet().in(language);
        needed.stream()
                .filter(name -> !text.contains(name))
                .forEach(name -> note(touchpoint, "text." + language, "does not name " + name));
    }

    private void discreet(Touchpoint touchpoint, String field, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        NEVER_ON_A_LOCK_SCREEN.stream()
                .filter(lower::contains)
                .findFirst()
                .ifPresent(word -> note(
                        touchpoint,
                        field,
                        "says too much for a lock screen (\"" + word + "\"); put it under detailed"));
    }

    private void note(Touchpoint touchpoint, String field, String what) {
        var problem = new Problem(touchpoint.code(), field, what);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
