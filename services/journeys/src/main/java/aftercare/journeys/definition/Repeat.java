package aftercare.journeys.definition;

import org.jspecify.annotations.Nullable;

/**
 * A touchpoint that comes again.
 *
 * @param every from one to the next
 * @param times how often in all; none: to the end of the series
 */
public record Repeat(Offset every, @Nullable Integer times) {
    /** More than any journey needs; a mistyped number must not fill a plan. */
    static final int MOST = 60;

    public int most() {
        return times == null ? MOST : times;
    }
}
