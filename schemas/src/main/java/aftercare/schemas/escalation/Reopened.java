package aftercare.schemas.escalation;

import aftercare.schemas.EscalationId;
import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.StaffId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.List;

/** A human opened a resolved case again. */
@EventType(value = "aftercare.escalation.Reopened.v1", topic = Topics.ESCALATIONS)
public record Reopened(EscalationId escalationId, LineId lineId, List<PatientId> patientIds, StaffId by, Instant at)
        implements EscalationFact {
    public Reopened {
        patientIds = List.copyOf(patientIds);
    }
}
