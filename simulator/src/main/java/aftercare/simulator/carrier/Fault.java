package aftercare.simulator.carrier;

import org.jspecify.annotations.Nullable;

/**
 * How the carrier fails on purpose when asked to send.
 *
 * @param taken whether the text reaches its phone all the same
 * @param errorCode what REFUSE_ALL refuses with
 */
record Fault(Mode mode, @Nullable String from, boolean taken, int errorCode) {
    static final Fault NONE = new Fault(Mode.NONE, null, true, 0);

    enum Mode {
        NONE,
        /** Answers 500. */
        ERROR_500,
        /** Never answers. */
        HANG,
        /** Closes the connection without an answer. */
        DROP,
        /** Answers 4xx. */
        REFUSE_ALL
    }

    boolean meets(String sender) {
        return mode != Mode.NONE && (from == null || from.equals(sender));
    }

    /** Never shows the number (S9). */
    @Override
    public String toString() {
        return "Fault " + mode;
    }
}
