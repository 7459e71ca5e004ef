package aftercare.journeys.planning;

import aftercare.journeys.definition.Offset;
import aftercare.journeys.definition.SendHours;
import aftercare.journeys.definition.Timing;
import aftercare.journeys.definition.WhenClosed;
import aftercare.schemas.messaging.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/** Which window a touchpoint gets, in the patient's zone on the day. */
record WindowRule(Timing timing, ZoneId zone, Closures closures) {
    /** How many days a text may wait for a day of the week, or for the clinic to open again. */
    private static final int A_WEEK = 7;

    /** @param late whether it is the late window of the day after */
    record Found(Window window, boolean late) {
        Found within(Window narrower) {
            return new Found(narrower, late);
        }
    }

    /** The moment that the offset names; for whole days, that hour of the day. */
    static Instant nominal(Instant anchor, Offset offset, ZoneId zone) {
        var day = anchor.atZone(zone).plusDays(offset.days());
        return offset.time() == null
                ? day.toInstant()
                : day.plus(Objects.requireNonNull(offset.time())).toInstant();
    }

    /**
     * @param anchor what {@code offset} counts from
     * @param notBefore nothing opens earlier
     */
    Optional<Found> window(Instant anchor, Offset offset, Instant notBefore) {
        return offset.time() == null
                ? onDay(LocalDate.ofInstant(anchor, zone), offset, notBefore)
                : fromMoment(anchor, offset, notBefore);
    }

    /** The text's own day, or the next on which it may go; a later one, when its day is over, only up to {@code until}. */
    private Optional<Found> onDay(LocalDate anchor, Offset offset, Instant notBefore) {
        var day = anchor.plusDays(offset.days());
        var until = timing.until();
        var last = until == null ? day.plusDays(A_WEEK) : anchor.plusDays(until.days());
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            if (mayGoOn(day)) {
                var window = timing.window().on(day, zone);
                if (notBefore.isBefore(window.closesAt())) {
                    return Optional.of(new Found(opening(window, notBefore), false));
                }
                if (until == null) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private boolean mayGoOn(LocalDate day) {
        return timing.days().contains(day.getDayOfWeek())
                && (timing.whenClosed() != WhenClosed.MOVE || closures.on(day).isEmpty());
    }

    private Optional<Found> fromMoment(Instant anchor, Offset offset, Instant notBefore) {
        var exact = nominal(anchor, offset, zone);
        var moment = exact.isBefore(notBefore) ? notBefore : exact;
        var late = timing.late();
        if (late == null) {
            return next(timing.window(), LocalDate.ofInstant(moment, zone), moment, false);
        }
        var day = anchor.atZone(zone).plusDays(offset.days()).toLocalDate();
        var sameDay = timing.window().on(day, zone);
        return moment.isBefore(sameDay.closesAt()) && mayGoOn(day)
                ? Optional.of(new Found(opening(sameDay, moment), false))
                : next(late, day.plusDays(1), moment, true);
    }

    /** The first window of the given hours, from {@code day} on, that is not over at {@code moment}. */
    private Optional<Found> next(SendHours hours, LocalDate first, Instant moment, boolean late) {
        for (var day = first; !day.isAfter(first.plusDays(A_WEEK)) || isBefore(day, moment); day = day.plusDays(1)) {
            var window = hours.on(day, zone);
            if (mayGoOn(day) && moment.isBefore(window.closesAt())) {
                return Optional.of(new Found(opening(window, moment), late));
            }
        }
        return Optional.empty();
    }

    private boolean isBefore(LocalDate day, Instant moment) {
        return !day.isAfter(LocalDate.ofInstant(moment, zone).plusDays(A_WEEK));
    }

    /** The found window, or, once that is over, that of the first day which is not over at {@code now}. */
    Window persisting(Window found, Instant now) {
        if (now.isBefore(found.closesAt())) {
            return found;
        }
        var today = timing.window().on(LocalDate.ofInstant(now, zone), zone);
        return now.isBefore(today.closesAt())
                ? today
                : timing.window().on(LocalDate.ofInstant(now, zone).plusDays(1), zone);
    }

    boolean isOnClosure(Window window) {
        return closures.on(LocalDate.ofInstant(window.opensAt(), zone)).isPresent();
    }

    static Window opening(Window window, Instant notBefore) {
        return window.opensAt().isBefore(notBefore) ? new Window(notBefore, window.closesAt()) : window;
    }
}
