package aftercare.journeys.wording;

/**
 * Something about a text that its writer should know.
 *
 * @param rule a stable name, such as {@code LOCK_SCREEN}
 * @param from the first character of the template that is meant
 * @param to the character after the last; equal to {@code from} where something is missing or the whole text is meant
 * @param what what is so, in plain words
 * @param mend what to do about it
 */
public record Finding(Severity severity, String rule, String language, int from, int to, String what, String mend) {
    @Override
    public String toString() {
        return what + ". " + mend;
    }
}
