package aftercare.schemas.messaging;

import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A patient (or somebody) texted. {@code text} is sealed with field {@code text}; the thread is oldest first: the clinic's last question and the texts of the last 15 minutes. {@code escalationOpen} says whether a case was open on the line. */
@EventType(value = "aftercare.messaging.ReplyReceived.v1", topic = Topics.REPLIES)
public record ReplyReceived(
        ReplyId replyId,
        LineId lineId,
        List<PatientId> patientIds,
        Sealed text,
        int mediaCount,
        @Nullable String language,
        List<ThreadText> thread,
        @Nullable Question question,
        boolean escalationOpen,
        Instant receivedAt)
        implements ReplyFact {
    public ReplyReceived {
        patientIds = List.copyOf(patientIds);
        thread = List.copyOf(thread);
    }
}
