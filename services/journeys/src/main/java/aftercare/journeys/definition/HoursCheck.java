package aftercare.journeys.definition;

import aftercare.journeys.definition.InvalidJourney.Problem;
import aftercare.schemas.messaging.Purpose;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether every text goes within the hours in which the clinic says anything at all, and no more often than was promised. */
final class HoursCheck {
    private final Journey journey;
    private final List<Problem> problems = new ArrayList<>();

    HoursCheck(Journey journey) {
        this.journey = journey;
    }

    List<Problem> problems() {
        journey.touchpoints().stream()
                .filter(touchpoint -> !touchpoint.toStaff())
                .forEach(this::check);
        return problems;
    }

    private void check(Touchpoint touchpoint) {
        within(touchpoint, "window", touchpoint.timing().window());
        within(touchpoint, "late", touchpoint.timing().late());
        var reminder = touchpoint.reminder();
        if (reminder != null && reminder.at() != null) {
            reminderWithin(touchpoint, reminder.at());
        }
        if (touchpoint.purpose() == Purpose.OPT_IN) {
            promise(touchpoint);
        }
    }

    private void within(Touchpoint touchpoint, String field, @Nullable SendHours hours) {
        if (hours != null && !journey.sendHours().hold(hours)) {
            note(touchpoint, field, "leaves the hours in which texts may go (" + journey.sendHours() + ")");
        }
    }

    private void reminderWithin(Touchpoint touchpoint, LocalTime at) {
        if (at.isBefore(journey.sendHours().from())
                || !at.isBefore(journey.sendHours().to())) {
            note(touchpoint, "reminder.at", "leaves the hours in which texts may go (" + journey.sendHours() + ")");
        }
        if (!at.isAfter(touchpoint.timing().window().from())) {
            note(touchpoint, "reminder.at", "is before the question can have gone");
        }
    }

    /** What the opt-in text promises is the most that a patient gets. */
    private void promise(Touchpoint touchpoint) {
        var wording = touchpoint.wording();
        int perWeek = journey.budget().perWeek();
        if (wording != null) {
            wording.discreet().byLanguage().forEach((language, text) -> {
                if (!text.matches("(?s).*(?<!\\d)" + perWeek + "(?!\\d).*")) {
                    note(
                            touchpoint,
                            "text." + language,
                            "does not promise \"up to " + perWeek + " a week\", which is the journey's budget");
                }
            });
        }
    }

    private void note(Touchpoint touchpoint, String field, String what) {
        problems.add(new Problem(touchpoint.code(), field, what));
    }
}
