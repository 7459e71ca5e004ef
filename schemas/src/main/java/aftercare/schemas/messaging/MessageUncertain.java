package aftercare.schemas.messaging;

import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Topics;
import java.time.Instant;

/** Whether the carrier took the text is unknown; it is never resent (S6). {@code settled} once the window ended without a sign of it. */
@EventType(value = "aftercare.messaging.MessageUncertain.v1", topic = Topics.RECEIPTS)
public record MessageUncertain(MessageId messageId, PatientId patientId, LineId lineId, boolean settled, Instant at)
        implements Receipt {}
