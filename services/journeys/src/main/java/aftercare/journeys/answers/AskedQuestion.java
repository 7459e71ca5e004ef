package aftercare.journeys.answers;

import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.questionnaires.Shape;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was put to one patient, who may share the phone with others.
 *
 * @param shape the answers it takes
 * @param item of a questionnaire
 * @param questionnaireId the one it is an item of
 * @param again whether it was asked a second time
 * @param openUntil when it is no longer waited for
 */
record AskedQuestion(
        QuestionId id,
        PatientId patientId,
        UUID touchpointId,
        Touchpoint touchpoint,
        String language,
        ZoneId zone,
        Shape shape,
        @Nullable Integer item,
        @Nullable UUID questionnaireId,
        boolean again,
        Instant openUntil) {

    boolean isItem() {
        return item != null;
    }

    boolean isOpen(Instant now) {
        return now.isBefore(openUntil);
    }

    Duration openFor(Instant now) {
        return Duration.between(now, openUntil);
    }
}
