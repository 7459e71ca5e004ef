package aftercare.schemas.journeys;

import aftercare.schemas.EventType;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A routine reply that needs somebody at the front desk. {@code topic} such as {@code CALL_ME} or {@code SCHEDULING}.
 *
 * @param answeredBy who approved the fixed text that answers it; then nobody needs to do anything
 */
@EventType(value = "aftercare.journeys.RequestRaised.v1", topic = Topics.JOURNEYS)
public record RequestRaised(
        UUID requestId,
        PatientId patientId,
        ReplyId replyId,
        String topic,
        @Nullable StaffId answeredBy,
        Instant at) implements JourneyFact {}
