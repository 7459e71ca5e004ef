package aftercare.platform.figures;

/** Wilson's 95 % interval of a share (Wilson 1927), which is honest for small counts and near 0 and 1. */
public record Wilson(double low, double high) {
    private static final double Z = 1.959964;

    /**
     * @param share from 0 to 1
     * @param of how many were looked at; need not be whole, as Kish's effective number of a weighted sample is not
     */
    public static Wilson of(double share, double of) {
        if (of == 0) return new Wilson(0, 1);
        double shrink = 1 + Z * Z / of;
        double middle = (share + Z * Z / (2 * of)) / shrink;
        double half = Z / shrink * Math.sqrt(share * (1 - share) / of + Z * Z / (4 * of * of));
        return new Wilson(Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
