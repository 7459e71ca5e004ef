package aftercare.schemas.messaging;

import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Topics;
import java.time.Instant;

/** The carrier says that the handset has it; not that anybody read it. */
@EventType(value = "aftercare.messaging.MessageDelivered.v1", topic = Topics.RECEIPTS)
public record MessageDelivered(MessageId messageId, PatientId patientId, LineId lineId, Instant at)
        implements Receipt {}
