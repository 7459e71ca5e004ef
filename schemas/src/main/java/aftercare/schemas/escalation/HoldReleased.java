package aftercare.schemas.escalation;

import aftercare.schemas.EscalationId;
import aftercare.schemas.EventType;
import aftercare.schemas.HoldId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named human released or cancelled what these replies, this case or this hold kept back. {@code cancelled}: what was planned and held is not to be sent. */
@EventType(value = "aftercare.escalation.HoldReleased.v1", topic = Topics.ESCALATIONS)
public record HoldReleased(
        LineId lineId,
        List<PatientId> patientIds,
        List<ReplyId> replyIds,
        @Nullable EscalationId escalationId,
        @Nullable HoldId holdId,
        StaffId by,
        boolean cancelled,
        Instant at)
        implements EscalationFact {
    public HoldReleased {
        patientIds = List.copyOf(patientIds);
        replyIds = List.copyOf(replyIds);
    }
}
