package aftercare.messaging.readthrough;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Which ROUTINE replies of a busy day are read. Blind: what a reply says has no part in it, and its key nobody can foresee. */
record SamplePolicy(double share) {
    static final int ALL_ARE_READ_UP_TO = 1_000;
    static final double LEAST = 0.05;
    private static final int BITS = 48;

    /**
     * @param read whether a human reads it
     * @param weight how many replies of the day it stands for
     */
    record Choice(boolean read, double weight) {}

    SamplePolicy {
        if (!(share >= LEAST && share <= 1)) {
            throw new IllegalArgumentException("messaging.read-through.sample is " + share
                    + ", and must be from 0.05 to 1: at least 5 % of the ROUTINE replies of a busy day are read by a human."
                    + " Leave it out to have all of them read.");
        }
    }

    boolean readsAll() {
        return share == 1;
    }

    boolean appliesTo(int repliesOfTheDay) {
        return !readsAll() && repliesOfTheDay > ALL_ARE_READ_UP_TO;
    }

    /** @param key keyed digest of the reply's id, in URL-safe base64 */
    Choice choose(String key, boolean atRiskLately) {
        if (atRiskLately) {
            return new Choice(true, 1);
        }
        return draw(key) < share ? new Choice(true, 1 / share) : new Choice(false, 0);
    }

    /** Evenly from 0 up to 1. */
    private static double draw(String key) {
        var bits = ByteBuffer.wrap(Base64.getUrlDecoder().decode(key)).getLong() >>> (Long.SIZE - BITS);
        return (double) bits / (1L << BITS);
    }
}
