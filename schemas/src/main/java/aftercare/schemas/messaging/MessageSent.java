package aftercare.schemas.messaging;

import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Topics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The carrier took the text. */
@EventType(value = "aftercare.messaging.MessageSent.v1", topic = Topics.RECEIPTS)
public record MessageSent(
        MessageId messageId,
        PatientId patientId,
        LineId lineId,
        @Nullable String carrierId,
        Instant at) implements Receipt {}
