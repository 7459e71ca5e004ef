package aftercare.screening.report;

import java.util.Locale;

/** So many of so many, with Wilson's 95 % interval (Wilson 1927), which is honest for small counts and near 0 and 1. */
record Share(int count, int of) {
    private static final double Z = 1.959964;

    double low() {
        return of == 0 ? 0 : Math.max(0, centre() - half());
    }

    double high() {
        return of == 0 ? 1 : Math.min(1, centre() + half());
    }

    private double centre() {
        double share = (double) count / of;
        return (share + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        double share = (double) count / of;
        return Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
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
                100 * low(),
                100 * high());
    }
}
