package aftercare.escalation.worklist;

import aftercare.schemas.EscalationId;
import aftercare.schemas.HoldId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.screening.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that waits for a human, and by when. */
public record WorkItem(
        UUID id,
        WorkKind kind,
        String topic,
        @Nullable LineId lineId,
        List<PatientId> patientIds,
        @Nullable ReplyId replyId,
        @Nullable HoldId holdId,
        @Nullable EscalationId escalationId,
        @Nullable Urgency urgency,
        List<String> categories,
        List<String> reasons,
        Instant createdAt,
        Instant dueAt,
        @Nullable StaffId closedBy,
        @Nullable Instant closedAt) {
    public WorkItem {
        patientIds = List.copyOf(patientIds);
        categories = List.copyOf(categories);
        reasons = List.copyOf(reasons);
    }
}
