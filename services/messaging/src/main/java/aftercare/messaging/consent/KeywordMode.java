package aftercare.messaging.consent;

/** Who answers STOP and HELP. */
public enum KeywordMode {
    /** We do, once the text is screened and nobody is at risk. */
    OURS,
    /** The carrier does, before we hear of it (S1 can't prevent that); we never answer. */
    CARRIER
}
