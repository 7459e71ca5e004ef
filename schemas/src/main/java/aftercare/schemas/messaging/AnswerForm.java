package aftercare.schemas.messaging;

/** What shape an answer has. */
public enum AnswerForm {
    /** One of the listed answers. */
    CHOICE,
    /** A whole number from {@code min} to {@code max}. */
    NUMBER
}
