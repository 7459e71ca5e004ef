package aftercare.messaging.requests;

/** What a queued text waits for, so that the right event makes it be looked at again. */
public enum WaitsFor {
    WINDOW,
    /** The chart has not come yet. */
    CHART,
    CONSENT,
    /** The first text must be the opt-in. */
    OPT_IN,
    /** The gate of S5. */
    GATE,
    /** The carrier asked us to slow down. */
    CARRIER
}
