package aftercare.journeys.definition;

import aftercare.journeys.wording.Texts;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Asks once more, and never twice, when nobody answered.
 *
 * @param after the question's window opened: so many days later in the touchpoint's window, or so many hours later
 * @param at or this local time of the question's own day
 * @param text what it says; none: the question again
 */
public record Reminder(
        @Nullable Offset after,
        @Nullable LocalTime at,
        @Nullable Texts text) {}
