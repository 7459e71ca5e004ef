package aftercare.escalation.worklist;

/** What became of an attempt to open a closed work item again. */
sealed interface TakingBack {
    record Reopened() implements TakingBack {}

    record NotClosed() implements TakingBack {}

    record NeedsClinician() implements TakingBack {}

    /** It was closed by the release of a hold, and a release is not taken back. */
    record HoldWasReleased() implements TakingBack {}

    /** A call, or a second look, settled it; what followed from that stands. */
    record SettledByADeed() implements TakingBack {}

    record Unknown() implements TakingBack {}
}
