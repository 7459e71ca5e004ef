package aftercare.schemas.escalation;

import aftercare.schemas.EscalationId;
import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.List;

/** A further reply of the same line or patient belongs to a case that is not resolved. */
@EventType(value = "aftercare.escalation.EscalationJoined.v1", topic = Topics.ESCALATIONS)
public record EscalationJoined(
        EscalationId escalationId,
        LineId lineId,
        List<PatientId> patientIds,
        Cause cause,
        ReplyId replyId,
        List<String> categories,
        Instant at)
        implements EscalationFact {
    public EscalationJoined {
        patientIds = List.copyOf(patientIds);
        categories = List.copyOf(categories);
    }
}
