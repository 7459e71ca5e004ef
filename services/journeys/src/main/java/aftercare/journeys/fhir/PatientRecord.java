package aftercare.journeys.fhir;

import aftercare.schemas.PatientId;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one patient: all that a Bundle is made from.
 *
 * @param texts both ways, oldest first
 */
public record PatientRecord(
        Person person,
        Clinic clinic,
        List<Planned> plan,
        List<Text> texts,
        List<Filled> questionnaires,
        List<Scored> scores) {
    public PatientRecord {
        plan = List.copyOf(plan);
        texts = List.copyOf(texts);
        questionnaires = List.copyOf(questionnaires);
        scores = List.copyOf(scores);
    }

    /** No words (S9). */
    @Override
    public String toString() {
        return "PatientRecord[" + person + "]";
    }

    /**
     * Who the patient is.
     *
     * @param name none where the chart has none
     * @param textedAt the number that texts go to
     * @param numbers all of them
     */
    public record Person(
            PatientId patientId,
            @Nullable String name,
            @Nullable String textedAt,
            List<String> numbers,
            String language,
            ZoneId zone,
            boolean merged,
            boolean deceased) {
        public Person {
            numbers = List.copyOf(numbers);
        }

        /** The id only (S9). */
        @Override
        public String toString() {
            return "Person[" + patientId + "]";
        }
    }

    public record Clinic(String name, String phone) {}
}
