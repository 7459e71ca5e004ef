package aftercare.schemas.messaging;

import aftercare.schemas.EventType;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Topics;

/** A text that should no longer be said; obeyed until it is being sent. */
@EventType(value = "aftercare.journeys.MessageWithdrawn.v1", topic = Topics.REQUESTS)
public record MessageWithdrawn(MessageId messageId, PatientId patientId, String reason) implements MessageOrder {}
