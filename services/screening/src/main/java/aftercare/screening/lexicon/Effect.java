package aftercare.screening.lexicon;

/** What a group of phrases is evidence of. */
public enum Effect {
    /** Risk now. */
    CRISIS,
    /** Risk if it is told of the present; told of long ago it is a concern. */
    CRISIS_UNLESS_PAST,
    /** A human must look now. */
    NOW,
    /** A human must look within two staffed hours. */
    SOON,
    /** A human must look on the next staffed day. */
    NEXT,
    /** Possible risk; two of different categories are risk. */
    CUE,
    /** Somebody else's death or risk, told: no evidence about the writer, and a human looks within two staffed hours. */
    SOMEONE_ELSES,
    /** Words of death and means in everyday use: what they cover is no evidence. */
    IDIOM,
    /** Risk denied: what it covers is no evidence, unless something takes the denial back. */
    DENIAL,
    /** Takes every denial back. */
    UNDOES_DENIAL,
    /** Tells of long ago. */
    LONG_AGO,
    /** Tells of the present. */
    PRESENT,
    /** Wishes no more texts. */
    OPT_OUT
}
