package aftercare.journeys.definition;

import org.jspecify.annotations.Nullable;

/**
 * What the patient last answered to an earlier check-in. Without limits any answer will do. Of an instrument the score is meant.
 *
 * @param touchpoint the earlier check-in
 */
public record AnswerCondition(
        String touchpoint,
        @Nullable Integer atLeast,
        @Nullable Integer atMost,
        @Nullable String is) {

    public boolean holds(String answer) {
        return (is == null || is.equals(answer))
                && (atLeast == null || (isNumber(answer) && Integer.parseInt(answer) >= atLeast))
                && (atMost == null || (isNumber(answer) && Integer.parseInt(answer) <= atMost));
    }

    private static boolean isNumber(String answer) {
        return answer.matches("\\d{1,6}");
    }
}
