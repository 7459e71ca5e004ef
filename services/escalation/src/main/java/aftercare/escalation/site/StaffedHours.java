package aftercare.escalation.site;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** The clock that runs only while somebody is in. SOON and NEXT are counted on it. */
public record StaffedHours(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone) {
    public StaffedHours {
        days = Set.copyOf(days);
        if (days.isEmpty() || !from.isBefore(until)) {
            throw new IllegalArgumentException("Staffed hours name at least one day, and begin before they end");
        }
    }

    /** When {@code span} of staffed time has passed since {@code now}. */
    public Instant after(Duration span, Instant now) {
        var left = span;
        var at = now;
        for (var day = dayOf(now); ; day = day.plusDays(1)) {
            if (!days.contains(day.getDayOfWeek())) {
                continue;
            }
            var opens = at(day, from);
            var closes = at(day, until);
            var begin = at.isAfter(opens) ? at : opens;
            if (!begin.isBefore(closes)) {
                continue;
            }
            var rest = Duration.between(begin, closes);
            if (left.compareTo(rest) <= 0) {
                return begin.plus(left);
            }
            left = left.minus(rest);
        }
    }

    /** The given time on the next staffed day after today. */
    public Instant nextDayAt(LocalTime time, Instant now) {
        var day = dayOf(now).plusDays(1);
        while (!days.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return at(day, time);
    }

    /** Whether somebody is in. */
    public boolean isStaffed(Instant at) {
        var day = dayOf(at);
        return days.contains(day.getDayOfWeek()) && !at.isBefore(at(day, from)) && at.isBefore(at(day, until));
    }

    /** When they leave on the day of {@code now}. */
    public Instant endOfDay(Instant now) {
        return at(dayOf(now), until);
    }

    /** Whether somebody is in for the whole of the span. */
    public boolean cover(Instant from, Instant to) {
        return isStaffed(from) && !to.isBefore(from) && !to.isAfter(endOfDay(from));
    }

    /** When somebody is in next; now, where they are. */
    public Instant next(Instant now) {
        return isStaffed(now) ? now : after(Duration.ZERO, now);
    }

    /** When the next staffed day after today begins. */
    public Instant nextDayStart(Instant now) {
        return nextDayAt(from, now);
    }

    /** The last end of staffed hours that is not after {@code at}. */
    public Instant lastEnd(Instant at) {
        var day = dayOf(at);
        while (!days.contains(day.getDayOfWeek()) || at(day, until).isAfter(at)) {
            day = day.minusDays(1);
        }
        return at(day, until);
    }

    /** The calendar day it is at the clinic. */
    public LocalDate dayOf(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
