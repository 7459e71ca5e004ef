package aftercare.escalation.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The cases opened in a week and shift.
 *
 * @param week its Monday; none for the whole span
 * @param shift DAY or NIGHT by the hour the case opened; ALL for both
 * @param resolved how many are over
 * @param judged how many of these were no duplicate
 * @param falseAlarms how many of the judged found no suicidal thoughts
 * @param falseAlarmShare from 0 to 1; none where nothing was judged
 */
record Period(
        @Nullable LocalDate week,
        String shift,
        int cases,
        int resolved,
        int judged,
        int falseAlarms,
        @Nullable Double falseAlarmShare,
        Spread firstPage,
        Spread acknowledged,
        Spread firstCall,
        Spread resolution) {}
