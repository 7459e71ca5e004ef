package aftercare.journeys.planning;

import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.Reminder;
import aftercare.journeys.definition.SilenceRule;
import aftercare.journeys.planning.WindowRule.Found;
import aftercare.schemas.messaging.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one time that a question is asked again. */
final class Reminders {
    /** How long a reminder that goes at an hour of its own may still go. */
    private static final Duration WHILE_IT_REMINDS = Duration.ofHours(2);

    private final Rows rows;
    private final Journey journey;
    private final Instant now;

    Reminders(Rows rows, Journey journey, Instant now) {
        this.rows = rows;
        this.journey = journey;
        this.now = now;
    }

    /** None for what has no reminder or was not said and never will be. */
    Optional<Occasion> of(Occasion question, Moment moment) {
        var reminder = question.touchpoint().reminder();
        var row = rows.of(question);
        var asked = row.filter(said -> said.state().isSaid())
                .map(PlannedTouchpoint::window)
                .orElse(question.window());
        if (reminder == null || asked == null || !(question.isPlanned() || isSaid(row))) {
            return Optional.empty();
        }
        return window(reminder, question, asked, moment)
                .map(window -> occasion(question, window))
                .map(occasion -> whyNot(row, occasion).map(occasion::droppedFor).orElse(occasion));
    }

    private static boolean isSaid(Optional<PlannedTouchpoint> row) {
        return row.filter(said -> said.state().isSaid()).isPresent();
    }

    private Optional<Window> window(Reminder reminder, Occasion question, Window asked, Moment moment) {
        var zone = question.zone();
        var hours = reminder.at() == null && isWholeDays(reminder)
                ? question.touchpoint().timing().window().on(day(reminder, asked, zone), zone)
                : atItsHour(reminder, asked, zone);
        var begins = moment.notAfter();
        var closesAt = begins != null && begins.isBefore(hours.closesAt()) ? begins : hours.closesAt();
        return hours.opensAt().isBefore(closesAt) && hours.opensAt().isAfter(asked.opensAt())
                ? Optional.of(new Window(hours.opensAt(), closesAt))
                : Optional.empty();
    }

    private static boolean isWholeDays(Reminder reminder) {
        return reminder.after() != null && reminder.after().time() == null;
    }

    static LocalDate day(Reminder reminder, Window asked, ZoneId zone) {
        var day = LocalDate.ofInstant(asked.opensAt(), zone);
        return reminder.after() == null ? day : day.plusDays(reminder.after().days());
    }

    private Window atItsHour(Reminder reminder, Window asked, ZoneId zone) {
        var opensAt = reminder.at() != null
                ? day(reminder, asked, zone).atTime(reminder.at()).atZone(zone).toInstant()
                : WindowRule.nominal(asked.opensAt(), Objects.requireNonNull(reminder.after()), zone);
        var hours = journey.sendHours().on(LocalDate.ofInstant(opensAt, zone), zone);
        var closesAt = opensAt.plus(WHILE_IT_REMINDS);
        return new Window(
                opensAt.isBefore(hours.opensAt()) ? hours.opensAt() : opensAt,
                closesAt.isBefore(hours.closesAt()) ? closesAt : hours.closesAt());
    }

    private static Occasion occasion(Occasion question, Window window) {
        return new Occasion(
                question.touchpoint(),
                question.key() + "/reminder",
                question.appointmentId(),
                question.why(),
                question.zone(),
                window,
                null,
                null,
                null,
                null,
                question.key());
    }

    private Optional<DropReason> whyNot(Optional<PlannedTouchpoint> question, Occasion reminder) {
        if (question.filter(row -> row.heardAt() != null).isPresent()) {
            return Optional.of(DropReason.ANSWERED);
        }
        var window = reminder.window();
        boolean tooLateToAsk = window != null && !now.isBefore(window.opensAt());
        return tooLateToAsk && !isSaid(question) ? Optional.of(DropReason.NOT_ASKED) : Optional.empty();
    }

    /** Silence begins only after the last asking: with a reminder on a later day, on that day. */
    static Optional<Instant> silentAt(
            @Nullable SilenceRule silence, @Nullable Reminder reminder, Found found, ZoneId zone) {
        if (silence == null || silence.then() == SilenceRule.Then.NOTHING) {
            return Optional.empty();
        }
        var window = found.window();
        var sameDay = found.late()
                ? window.closesAt().plus(silence.afterLate())
                : LocalDate.ofInstant(window.opensAt(), zone)
                        .atTime(silence.by())
                        .atZone(zone)
                        .toInstant();
        if (reminder == null || !isWholeDays(reminder)) {
            return Optional.of(sameDay);
        }
        return Optional.of(
                day(reminder, window, zone).atTime(silence.by()).atZone(zone).toInstant());
    }
}
