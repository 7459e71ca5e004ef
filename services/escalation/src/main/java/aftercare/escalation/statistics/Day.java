package aftercare.escalation.statistics;

import java.time.LocalDate;

/** What one day asked of people: pages of a case before one colleague, what was to be read or looked at a second time, and other work. */
record Day(LocalDate day, int pages, int reviewItems, int otherWork) {}
