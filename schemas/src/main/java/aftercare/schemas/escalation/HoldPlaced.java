package aftercare.schemas.escalation;

import aftercare.schemas.EscalationId;
import aftercare.schemas.EventType;
import aftercare.schemas.HoldId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.StaffId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** No automatic text to this line, until a named human releases it. */
@EventType(value = "aftercare.escalation.HoldPlaced.v1", topic = Topics.ESCALATIONS)
public record HoldPlaced(
        HoldId holdId,
        LineId lineId,
        List<PatientId> patientIds,
        @Nullable EscalationId escalationId,
        HoldScope scope,
        @Nullable Instant until,
        StaffId by,
        String reason,
        Instant at)
        implements EscalationFact {
    public HoldPlaced {
        patientIds = List.copyOf(patientIds);
    }
}
