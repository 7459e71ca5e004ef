package aftercare.messaging.requests;

import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
import aftercare.schemas.StaffId;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Question;
import aftercare.schemas.messaging.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A text to be queued; {@code text} is sealed for the message's own row, {@code author} who typed it. */
public record NewMessage(
        MessageId id,
        MessageKind kind,
        @Nullable PatientId patientId,
        @Nullable LineId lineId,
        Purpose purpose,
        String touchpoint,
        Sealed text,
        String language,
        Window window,
        int priority,
        @Nullable ReplyId answersReplyId,
        @Nullable Question question,
        Instant requestedAt,
        @Nullable StaffId author) {}
