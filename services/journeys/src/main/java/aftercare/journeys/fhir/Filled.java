package aftercare.journeys.fhir;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * A questionnaire as it went.
 *
 * @param panel LOINC code of the whole
 * @param wording the version of its words
 * @param at when it was scored or stopped, or else when it was begun
 * @param items those that were answered
 */
public record Filled(
        UUID id,
        String panel,
        String wording,
        String language,
        ZoneId zone,
        Standing standing,
        Instant at,
        List<Item> items) {
    public Filled {
        items = List.copyOf(items);
    }

    public enum Standing {
        IN_PROGRESS,
        COMPLETED,
        STOPPED
    }

    /**
     * An answered item.
     *
     * @param loinc code of the item
     * @param asked in the patient's language
     * @param answerLoinc code of the answer
     * @param answer in LOINC's English
     */
    public record Item(String loinc, String asked, int value, String answerLoinc, String answer) {
        /** The item only (S9). */
        @Override
        public String toString() {
            return "Item[" + loinc + "]";
        }
    }
}
