package aftercare.schemas.messaging;

import aftercare.schemas.EventType;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Topics;
import java.time.Instant;

/** The text will not be sent, and why. */
@EventType(value = "aftercare.messaging.MessageSkipped.v1", topic = Topics.RECEIPTS)
public record MessageSkipped(MessageId messageId, PatientId patientId, SkipReason reason, Instant at)
        implements Receipt {}
