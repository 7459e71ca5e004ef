package aftercare.escalation.cases;

import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import java.time.Instant;
import java.util.List;

/** A reply that has waited too long for a level. */
public record Overdue(ReplyId replyId, LineId lineId, List<PatientId> patientIds, Instant receivedAt) {
    public Overdue {
        patientIds = List.copyOf(patientIds);
    }
}
