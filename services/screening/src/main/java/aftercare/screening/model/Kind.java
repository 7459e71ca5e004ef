package aftercare.screening.model;

/** What a reply may be, as the model was taught. The order is that of the head's rows. */
public enum Kind {
    /** On-call must know now. */
    CRISIS,
    /** A concern that cannot wait. */
    NOW,
    /** A concern for the next staffed hours. */
    SOON,
    /** A concern for the next staffed day. */
    NEXT,
    /** Needs nothing. */
    COURTESY,
    /** The front desk answers. */
    REQUEST,
    /** Answers a question, or gives a score. */
    ANSWER,
    /** Wishes fewer texts, or none. */
    OPT_OUT;

    /** Where it stands in what is learned: one column for each kind, in their order. */
    @SuppressWarnings("EnumOrdinal")
    public int column() {
        return ordinal();
    }
}
