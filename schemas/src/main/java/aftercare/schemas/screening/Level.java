package aftercare.schemas.screening;

/** How much a reply needs a human. */
public enum Level {
    /** Page now. */
    CRISIS,
    /** A human must look, and no machine answers. */
    CONCERN,
    /** Positively recognised as nobody at risk. */
    ROUTINE
}
