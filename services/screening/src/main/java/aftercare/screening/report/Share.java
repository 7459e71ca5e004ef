package aftercare.screening.report;

import aftercare.platform.figures.Wilson;
import java.util.Locale;

/** So many of so many, with Wilson's interval. */
record Share(int count, int of) {
    private Wilson interval() {
        return Wilson.of(of == 0 ? 0 : (double) count / of, of);
    }

    @Override
    public String toString() {
        if (of == 0) return "no rows";
        return String.format(
                Locale.ROOT,
                "%4d of %-4d %6.1f %%  (95 %%: %.1f to %.1f)",
                count,
                of,
                100.0 * count / of,
                100 * interval().low(),
                100 * interval().high());
    }
}
