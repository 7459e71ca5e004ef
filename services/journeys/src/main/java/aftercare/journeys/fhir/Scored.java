package aftercare.journeys.fhir;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A score.
 *
 * @param measure what it is a score of
 * @param band what the publisher calls it
 * @param questionnaireId the answers that it sums
 * @param scoredBy by whom or what
 */
public record Scored(
        UUID id,
        Measure measure,
        int value,
        @Nullable String band,
        @Nullable UUID questionnaireId,
        String scoredBy,
        ZoneId zone,
        Instant at) {

    /** The id only (S9). */
    @Override
    public String toString() {
        return "Scored[" + id + "]";
    }

    /** What is measured, by a code. */
    public sealed interface Measure {
        /** @param loinc code of the total */
        record Total(String loinc, String questionnaire) implements Measure {}

        /** 0, the worst, to 10. LOINC has no code for a mood that is asked in this way. */
        record Mood() implements Measure {}
    }
}
