package aftercare.journeys.definition;

/** What shape a question has. */
public enum AskForm {
    /** One of the listed answers. */
    CHOICE,
    /** A whole number from {@code min} to {@code max}. */
    NUMBER,
    /** The items of an instrument, one after the other, each answered from 0 to 3. */
    INSTRUMENT
}
