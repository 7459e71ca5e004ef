package aftercare.schemas.messaging;

import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.StaffId;
import aftercare.schemas.Topics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The carrier refused the text or could not deliver it. {@code typedBy}: whose own words it was; none for an automatic text. */
@EventType(value = "aftercare.messaging.MessageUndelivered.v1", topic = Topics.RECEIPTS)
public record MessageUndelivered(
        MessageId messageId,
        PatientId patientId,
        LineId lineId,
        @Nullable Integer errorCode,
        Instant at,
        @Nullable StaffId typedBy)
        implements Receipt {}
