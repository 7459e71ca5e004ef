package aftercare.escalation.holds;

import aftercare.schemas.EscalationId;
import aftercare.schemas.HoldId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.HoldScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** No automatic text to a line. {@code until} is when somebody is asked to look again; nothing ends by itself. */
public record Hold(
        HoldId id,
        LineId lineId,
        List<PatientId> patientIds,
        @Nullable EscalationId escalationId,
        List<ReplyId> replyIds,
        HoldScope scope,
        @Nullable Instant until,
        StaffId placedBy,
        Instant placedAt,
        @Nullable StaffId releasedBy,
        @Nullable Instant releasedAt,
        boolean cancelled) {
    public Hold {
        patientIds = List.copyOf(patientIds);
        replyIds = List.copyOf(replyIds);
    }
}
