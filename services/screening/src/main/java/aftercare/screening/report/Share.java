package aftercare.screening.report;

import aftercare.platform.figures.Wilson;
import java.util.Locale;

/** So many of so many, with Wilson's interval. */
record Share(int count, int of) {
    @Override
    public String toString() {
        if (of == 0) return "no rows";
        double share = (double) count / of;
        var interval = Wilson.of(share, of);
        return String.format(
                Locale.ROOT,
                "%4d of %-4d %6.1f %%  (95 %%: %.1f to %.1f)",
                count,
                of,
                100 * share,
                100 * interval.low(),
                100 * interval.high());
    }
}
