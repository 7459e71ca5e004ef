package aftercare.journeys.definition;

import aftercare.journeys.definition.InvalidJourney.Problem;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.SmsLength;
import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Variables;
import aftercare.journeys.wording.Wording;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.messaging.Purpose;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        journey.topics().forEach(topic -> checkWording(topic.code(), topic.wording(), false));
        return problems;
    }

    private void check(Touchpoint touchpoint) {
        var owner = touchpoint.code();
        boolean ofVisit = touchpoint.timing().anchor().isOfVisit();
        var wording = touchpoint.wording();
        if (wording != null) {
            checkWording(owner, wording, ofVisit);
            wording.discreet().byLanguage().forEach((language, text) -> mustName(touchpoint, "text." + language, text));
        }
        var reminder = touchpoint.reminder();
        if (reminder != null && reminder.text() != null) {
            checkFixed(owner, "reminder.text", reminder.text(), ofVisit);
            reminder.text()
                    .byLanguage()
                    .forEach((language, text) -> mustName(touchpoint, "reminder.text." + language, text));
        }
        touchpoint.answers().forEach((answer, texts) -> checkFixed(owner, "answers." + answer, texts, false));
    }

    private void checkWording(String owner, Wording wording, boolean ofVisit) {
        for (var language : wording.discreet().byLanguage().keySet()) {
            for (var route : Route.values()) {
                var text = wording.template(false, language, route);
                checkOne(owner, "text." + language, text, language, ofVisit);
                discreet(owner, "text." + language, text);
            }
        }
        var detailed = wording.detailed();
        if (detailed != null) {
            for (var language : detailed.byLanguage().keySet()) {
                for (var route : Route.values()) {
                    checkOne(owner, "detailed." + language, wording.template(true, language, route), language, ofVisit);
                }
            }
        }
    }

    private void checkFixed(String owner, String field, Texts texts, boolean ofVisit) {
        texts.byLanguage().forEach((language, text) -> {
            checkOne(owner, field + "." + language, text, language, ofVisit);
            discreet(owner, field + "." + language, text);
        });
    }

    private void checkOne(String owner, String field, String template, String language, boolean ofVisit) {
        var variables = new Variables(clinic, ofVisit ? longestVisit() : null);
        var unfilled = variables.unfilled(template, language).toList();
        if (!unfilled.isEmpty()) {
            note(owner, field, "has variables that nothing fills: " + unfilled);
            return;
        }
        var text = variables.fill(template, language);
        SmsLength.firstForeign(text)
                .ifPresent(found -> note(owner, field, "holds \"" + found + "\", which is not in the GSM alphabet"));
        if (text.isBlank() || SmsLength.of(text) > SmsLength.TWO_SEGMENTS) {
            note(
                    owner,
                    field,
                    "is " + SmsLength.of(text) + " characters long; 1 to " + SmsLength.TWO_SEGMENTS
                            + " fit into two segments");
        }
    }

    /** The longest that date and time can be. */
    private ZonedDateTime longestVisit() {
        return ZonedDateTime.of(LocalDateTime.of(2026, 9, 30, 22, 30), clinic.zone());
    }

    private void mustName(Touchpoint touchpoint, String field, String text) {
        var needed = touchpoint.purpose() == Purpose.OPT_IN
                ? OPT_IN_NAMES
                : touchpoint.asks() == null ? List.<String>of() : QUESTION_NAMES;
        needed.stream()
                .filter(name -> !text.contains(name))
                .forEach(name -> note(touchpoint.code(), field, "does not name " + name));
    }

    private void discreet(String owner, String field, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        NEVER_ON_A_LOCK_SCREEN.stream()
                .filter(lower::contains)
                .findFirst()
                .ifPresent(word -> note(
                        owner, field, "says too much for a lock screen (\"" + word + "\"); put it under detailed"));
    }

    private void note(String owner, String field, String what) {
        var problem = new Problem(owner, field, what);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
