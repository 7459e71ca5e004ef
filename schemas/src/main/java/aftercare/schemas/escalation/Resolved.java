package aftercare.schemas.escalation;

import aftercare.schemas.EscalationId;
import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.StaffId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A human ended the case. {@code disposition} is one of domain practice, such as {@code REACHED_NO_SI}. */
@EventType(value = "aftercare.escalation.Resolved.v1", topic = Topics.ESCALATIONS)
public record Resolved(
        EscalationId escalationId,
        LineId lineId,
        List<PatientId> patientIds,
        StaffId by,
        String disposition,
        HoldChoice hold,
        @Nullable Instant holdUntil,
        Instant at)
        implements EscalationFact {
    public Resolved {
        patientIds = List.copyOf(patientIds);
    }
}
