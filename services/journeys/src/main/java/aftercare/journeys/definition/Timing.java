package aftercare.journeys.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a touchpoint is said.
 *
 * @param fallback for {@link Anchor#COMPLETED}: offset from the instant at which a discharge that nobody reported is presumed
 * @param until the last day it may move to when its own day is over before it could be planned
 * @param late hours of the next day for a moment that falls behind the window
 * @param persist planned again for the next day as long as it was not said
 * @param maxAge an older anchor is history: nothing is said about it
 * @param clearOfSession dropped when a session follows the text within this time
 */
public record Timing(
        Anchor anchor,
        Offset offset,
        @Nullable Offset fallback,
        @Nullable Offset until,
        SendHours window,
        @Nullable SendHours late,
        OncePer oncePer,
        boolean persist,
        Duration maxAge,
        @Nullable Duration clearOfSession) {

    /** The rule in one line, for whoever asks why a text goes now. */
    public String rule() {
        return anchor + " " + offset + (fallback == null ? "" : ", presumed " + fallback) + ", " + window
                + (late == null ? "" : ", else next day " + late) + ", once per " + oncePer;
    }
}
