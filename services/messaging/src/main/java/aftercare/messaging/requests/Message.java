package aftercare.messaging.requests;

import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
import aftercare.schemas.StaffId;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One text on its way, as its row says. A keyword's answer has no patient: it goes to whoever holds the number. */
public record Message(
        MessageId id,
        MessageKind kind,
        @Nullable PatientId patientId,
        @Nullable LineId lineId,
        Purpose purpose,
        Sealed text,
        Window window,
        @Nullable ReplyId answersReplyId,
        Instant requestedAt,
        MessageState state,
        int attempts,
        @Nullable String carrierId,
        int receiptRank,
        @Nullable Instant sendingSince,
        @Nullable Instant sendingUntil,
        @Nullable StaffId author) {}
