package aftercare.journeys.answers;

import aftercare.journeys.definition.Touchpoint;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import java.time.ZoneId;
import java.util.UUID;

/** A question as it was put to one patient, who may share the phone with others. */
record AskedQuestion(
        QuestionId id, PatientId patientId, UUID touchpointId, Touchpoint touchpoint, String language, ZoneId zone) {}
