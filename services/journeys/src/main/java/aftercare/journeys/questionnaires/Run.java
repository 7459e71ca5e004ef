package aftercare.journeys.questionnaires;

import aftercare.journeys.definition.Instrument;
import aftercare.journeys.instruments.Questionnaire;
import aftercare.journeys.instruments.Questionnaires;
import aftercare.schemas.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One questionnaire with one patient.
 *
 * @param item the last that was asked
 * @param expiresAt the whole of it must be answered by then
 * @param reason why it ended without a score
 */
public record Run(
        UUID id,
        PatientId patientId,
        UUID touchpointId,
        String touchpoint,
        Instrument instrument,
        String wording,
        String language,
        Instant beganAt,
        Instant expiresAt,
        int item,
        State state,
        @Nullable String reason,
        @Nullable Instant endedAt) {

    /** Where it stands. */
    public enum State {
        OPEN,
        SCORED,
        STOPPED
    }

    public Questionnaire questionnaire() {
        return Questionnaires.shipped().of(instrument);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isLast(int answered) {
        return answered == questionnaire().items().size();
    }

    /** Whether what was asked last, and not answered, is the question about risk. */
    public boolean waitsForRiskItem() {
        return questionnaire().items().get(item - 1).asksAboutRisk();
    }
}
