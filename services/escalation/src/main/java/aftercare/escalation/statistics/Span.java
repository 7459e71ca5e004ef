package aftercare.escalation.statistics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** The days a report is about, both ends included. */
record Span(LocalDate from, LocalDate to) {
    private static final int WEEKS_UNLESS_ASKED = 12;
    private static final int MOST_DAYS = 731;

    /** What was asked for; without a start, the twelve weeks up to the end, and without an end, up to today. */
    static Span of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        var end = to == null ? today : to;
        var monday = end.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Span(from == null ? monday.minusWeeks(WEEKS_UNLESS_ASKED - 1L) : from, end);
    }

    boolean backwards() {
        return to.isBefore(from);
    }

    boolean tooLong() {
        return ChronoUnit.DAYS.between(from, to) >= MOST_DAYS;
    }
}
