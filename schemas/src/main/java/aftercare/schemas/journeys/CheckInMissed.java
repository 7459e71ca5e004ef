package aftercare.schemas.journeys;

import aftercare.schemas.EventType;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import aftercare.schemas.Topics;
import java.time.Instant;

/** Nobody answered in time: a task for a human. Silence is not evidence of safety. */
@EventType(value = "aftercare.journeys.CheckInMissed.v1", topic = Topics.JOURNEYS)
public record CheckInMissed(PatientId patientId, QuestionId questionId, String touchpoint, Instant at)
        implements JourneyFact {}
