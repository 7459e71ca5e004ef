package aftercare.schemas.messaging;

import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Topics;
import java.time.Instant;

/** Committed before the carrier is called: from here on the text can't be withdrawn. */
@EventType(value = "aftercare.messaging.MessageSending.v1", topic = Topics.RECEIPTS)
public record MessageSending(MessageId messageId, PatientId patientId, LineId lineId, Instant at) implements Receipt {}
