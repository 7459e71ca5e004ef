package aftercare.escalation.statistics;

import java.time.LocalDate;
import java.util.List;

/** From the first day to the last, both included. {@code all} is the whole span; {@code weeks} come oldest first, both shifts and then each. */
record Report(LocalDate from, LocalDate to, Period all, List<Period> weeks, List<Day> days) {
    Report {
        weeks = List.copyOf(weeks);
        days = List.copyOf(days);
    }
}
