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

/**
 * Something that waits for a human, and by when.
 *
 * @param owner who has taken it; none: the front desk's, or the shift's
 */
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
        @Nullable StaffId owner,
        @Nullable StaffId closedBy,
        @Nullable Instant closedAt) {
    public WorkItem {
        patientIds = List.copyOf(patientIds);
        categories = List.copyOf(categories);
        reasons = List.copyOf(reasons);
    }

    WorkItem saying(List<String> words) {
        return new WorkItem(
                id,
                kind,
                topic,
                lineId,
                patientIds,
                replyId,
                holdId,
                escalationId,
                urgency,
                categories,
                words,
                createdAt,
                dueAt,
                owner,
                closedBy,
                closedAt);
    }
}
