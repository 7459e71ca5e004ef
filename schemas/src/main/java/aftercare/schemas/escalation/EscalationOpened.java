package aftercare.schemas.escalation;

import aftercare.schemas.EscalationId;
import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.List;

/** A human must come. {@code patientIds} is everyone whose number the line is; it may be empty. */
@EventType(value = "aftercare.escalation.EscalationOpened.v1", topic = Topics.ESCALATIONS)
public record EscalationOpened(
        EscalationId escalationId,
        LineId lineId,
        List<PatientId> patientIds,
        Cause cause,
        List<ReplyId> replyIds,
        List<String> categories,
        Instant at)
        implements EscalationFact {
    public EscalationOpened {
        patientIds = List.copyOf(patientIds);
        replyIds = List.copyOf(replyIds);
        categories = List.copyOf(categories);
    }
}
