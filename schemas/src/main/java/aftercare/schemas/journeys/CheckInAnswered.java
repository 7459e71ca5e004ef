package aftercare.schemas.journeys;

import aftercare.schemas.EventType;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
import aftercare.schemas.Topics;
import java.time.Instant;

/** A routine answer, bound to its question. The value is sealed with field {@code value}. */
@EventType(value = "aftercare.journeys.CheckInAnswered.v1", topic = Topics.JOURNEYS)
public record CheckInAnswered(
        PatientId patientId, ReplyId replyId, QuestionId questionId, String touchpoint, Sealed value, Instant at)
        implements JourneyFact {}
