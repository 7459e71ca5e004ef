package aftercare.escalation.protocol;

/** What became of an attempt to tick a step. */
enum Ticking {
    DONE,
    /** Take the case, or resolve it: that ticks the step. */
    TICKED_BY_DEED,
    NO_SUCH_CASE
}
