package aftercare.schemas.journeys;

import aftercare.schemas.EventType;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A human must do by hand what no text could: ask in person, or decide. {@code reason} such as {@code NO_ONE_ON_CALL}. */
@EventType(value = "aftercare.journeys.StaffNeeded.v1", topic = Topics.JOURNEYS)
public record StaffNeeded(
        UUID taskId,
        PatientId patientId,
        String touchpoint,
        String reason,
        @Nullable ReplyId replyId,
        Instant at) implements JourneyFact {}
