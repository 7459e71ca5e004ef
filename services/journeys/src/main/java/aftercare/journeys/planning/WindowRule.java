package aftercare.journeys.planning;

import aftercare.journeys.definition.Offset;
import aftercare.journeys.definition.SendHours;
import aftercare.journeys.definition.Timing;
import aftercare.schemas.messaging.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/** Which window a touchpoint gets, in the patient's zone on the day. */
record WindowRule(Timing timing, ZoneId zone) {

    /** @param late whether it is the late window of the day after */
    record Found(Window window, boolean late) {}

    /**
     * @param anchor what {@code offset} counts from
     * @param notBefore nothing opens earlier
     */
    Optional<Found> window(Instant anchor, Offset offset, Instant notBefore) {
        return offset.time() == null
                ? onDay(anchor, offset, notBefore)
                : Optional.of(fromMoment(anchor, offset, notBefore));
    }

    private Optional<Found> onDay(Instant anchor, Offset offset, Instant notBefore) {
        var day = anchor.atZone(zone).toLocalDate().plusDays(offset.days());
        var until = timing.until();
        var last = until == null ? day : anchor.atZone(zone).toLocalDate().plusDays(until.days());
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            var window = timing.window().on(day, zone);
            if (notBefore.isBefore(window.closesAt())) {
                return Optional.of(new Found(opening(window, notBefore), false));
            }
        }
        return Optional.empty();
    }

    private Found fromMoment(Instant anchor, Offset offset, Instant notBefore) {
        var day = anchor.atZone(zone).plusDays(offset.days());
        var exact = day.plus(Objects.requireNonNull(offset.time())).toInstant();
        var moment = exact.isBefore(notBefore) ? notBefore : exact;
        return timing.late() == null
                ? new Found(next(timing.window(), moment.atZone(zone).toLocalDate(), moment), false)
                : sameDayOrLate(day.toLocalDate(), moment, timing.late());
    }

    private Found sameDayOrLate(LocalDate day, Instant moment, SendHours late) {
        var sameDay = timing.window().on(day, zone);
        return moment.isBefore(sameDay.closesAt())
                ? new Found(opening(sameDay, moment), false)
                : new Found(next(late, day.plusDays(1), moment), true);
    }

    /** The first window of the given hours, from {@code day} on, that is not over at {@code moment}. */
    private Window next(SendHours hours, LocalDate day, Instant moment) {
        var window = hours.on(day, zone);
        return moment.isBefore(window.closesAt()) ? opening(window, moment) : next(hours, day.plusDays(1), moment);
    }

    /** The found window, or, once that is over, that of the first day which is not over at {@code now}. */
    Window persisting(Window found, Instant now) {
        if (now.isBefore(found.closesAt())) {
            return found;
        }
        var today = timing.window().on(now.atZone(zone).toLocalDate(), zone);
        return now.isBefore(today.closesAt())
                ? today
                : timing.window().on(now.atZone(zone).toLocalDate().plusDays(1), zone);
    }

    private static Window opening(Window window, Instant notBefore) {
        return new Window(window.opensAt().isBefore(notBefore) ? notBefore : window.opensAt(), window.closesAt());
    }
}
