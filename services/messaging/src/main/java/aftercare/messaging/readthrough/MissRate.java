package aftercare.messaging.readthrough;

import aftercare.platform.figures.Wilson;
import java.util.Collection;
import java.util.Optional;

/**
 * How many of the replies that the machine took for ROUTINE a human says should have been flagged.
 *
 * @param rate of all ROUTINE replies: each one read counts for as many as it stands for
 * @param low with {@code high} the Wilson 95 % interval
 */
record MissRate(long read, long flagged, double rate, double low, double high) {
    /** Replies read that stand for the same number each. */
    record Stratum(double weight, long read, long flagged) {}

    /** Empty where nobody has read anything that counts. With unequal weights the interval is that of Kish's effective number. */
    static Optional<MissRate> of(Collection<Stratum> strata) {
        double replies = 0;
        double missed = 0;
        double squares = 0;
        for (var stratum : strata) {
            replies += stratum.weight() * stratum.read();
            missed += stratum.weight() * stratum.flagged();
            squares += stratum.weight() * stratum.weight() * stratum.read();
        }
        if (replies == 0) {
            return Optional.empty();
        }
        var rate = missed / replies;
        var effective = replies * replies / squares;
        var interval = Wilson.of(rate, effective);
        return Optional.of(new MissRate(
                strata.stream().mapToLong(Stratum::read).sum(),
                strata.stream().mapToLong(Stratum::flagged).sum(),
                rate,
                interval.low(),
                interval.high()));
    }
}
