package aftercare.screening.answers;

/** What a reply is as an answer. */
public sealed interface AnswerReading {
    /** A recognised answer that carries no risk. {@code value} is canonical: "7", "1". */
    record Bound(String value) implements AnswerReading {}

    /** A recognised answer at the low end. */
    record Low(String value) implements AnswerReading {}

    /** A recognised answer, or a half one, that is risk. {@code value} is empty when it is not one of the listed answers. */
    record Risk(String value) implements AnswerReading {}

    /** A plain "no", "none" or harmless answer to a question known only from its text; it is bound to nothing. */
    record Harmless() implements AnswerReading {}

    /** A low answer to a question known only from its text. */
    record Poor() implements AnswerReading {}

    /**
     * A question about risk is open and this is no clear answer to it.
     *
     * @param denies whether it opens with a denial and goes on
     */
    record UnclearOnRisk(boolean denies) implements AnswerReading {}

    /** No answer: free text. */
    record None() implements AnswerReading {}
}
