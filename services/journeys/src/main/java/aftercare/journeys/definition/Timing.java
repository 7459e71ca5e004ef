package aftercare.journeys.definition;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a touchpoint is said.
 *
 * @param fallback for {@link Anchor#COMPLETED}: offset from the instant at which a discharge that nobody reported is presumed
 * @param until the last day it may move to when its own day is over, or none of {@code days}, before it could be planned
 * @param late hours of the next day for a moment that falls behind the window
 * @param days the days of the week on which it may go
 * @param expires how long after the window opened it may still go; none: to the window's end
 * @param persist planned again for the next day as long as it was not said
 * @param maxAge an older anchor is history: nothing is said about it
 * @param clearOfSession dropped when a session follows the text within this time
 * @param supersededBySession dropped when the patient's next session begins before the text could go
 */
public record Timing(
        Anchor anchor,
        Offset offset,
        @Nullable Offset fallback,
        @Nullable Offset until,
        SendHours window,
        @Nullable SendHours late,
        Set<DayOfWeek> days,
        @Nullable Repeat repeat,
        @Nullable Duration expires,
        OncePer oncePer,
        boolean persist,
        Duration maxAge,
        @Nullable Duration clearOfSession,
        boolean supersededBySession,
        WhenClosed whenClosed) {
    public static final Set<DayOfWeek> ANY_DAY = Set.of(DayOfWeek.values());

    public Timing {
        days = Set.copyOf(days);
    }

    /** The rule in one line, for whoever asks why a text goes now. */
    public String rule() {
        return anchor + " " + offset + (fallback == null ? "" : ", presumed " + fallback)
                + (repeat == null ? "" : ", every " + repeat.every())
                + ", " + window + (late == null ? "" : ", else next day " + late) + ", once per " + oncePer;
    }
}
