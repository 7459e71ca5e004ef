package aftercare.schemas.screening;

import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verdict on a reply. {@code urgency} is there exactly for CONCERN, {@code ending} exactly for ROUTINE. {@code optOut} stands apart from the level. Reasons are words for staff and hold nothing the patient wrote. Verdicts only add up: the highest ever given counts. */
@EventType(value = "aftercare.screening.ReplyScreened.v1", topic = Topics.VERDICTS)
public record ReplyScreened(
        ReplyId replyId,
        LineId lineId,
        List<PatientId> patientIds,
        Level level,
        @Nullable Urgency urgency,
        @Nullable Ending ending,
        boolean optOut,
        List<String> categories,
        List<Span> spans,
        List<String> reasons,
        double score,
        @Nullable Answer answer,
        Versions versions,
        ScreeningPurpose purpose,
        Instant screenedAt)
        implements Verdict {
    public ReplyScreened {
        patientIds = List.copyOf(patientIds);
        categories = List.copyOf(categories);
        spans = List.copyOf(spans);
        reasons = List.copyOf(reasons);
    }
}
