package aftercare.schemas.journeys;

import aftercare.schemas.EventType;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.UUID;

/** A routine reply that needs somebody at the front desk. {@code topic} such as {@code CALL_ME} or {@code SCHEDULING}. */
@EventType(value = "aftercare.journeys.RequestRaised.v1", topic = Topics.JOURNEYS)
public record RequestRaised(UUID requestId, PatientId patientId, ReplyId replyId, String topic, Instant at)
        implements JourneyFact {}
