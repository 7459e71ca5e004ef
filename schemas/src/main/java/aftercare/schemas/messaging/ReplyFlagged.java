package aftercare.schemas.messaging;

import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.Topics;
import aftercare.schemas.screening.Level;
import java.time.Instant;
import java.util.List;

/** Somebody who read a ROUTINE reply says that it should have been flagged. {@code level} is the reader's: CRISIS, or CONCERN, which here always means NOW. */
@EventType(value = "aftercare.messaging.ReplyFlagged.v1", topic = Topics.REVIEWS)
public record ReplyFlagged(
        ReplyId replyId, LineId lineId, List<PatientId> patientIds, StaffId by, Level level, Instant at)
        implements Review {
    public ReplyFlagged {
        patientIds = List.copyOf(patientIds);
    }
}
