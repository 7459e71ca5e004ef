package aftercare.schemas.messaging;

import aftercare.schemas.EventType;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Topics;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Span;
import aftercare.schemas.screening.Versions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Screened again, an old reply is CRISIS and was not. {@code levelBefore} is the highest level until then; {@code handled} says whether a named human had let go what the reply held. Findings of one {@code run} belong together. Reasons are words for staff and hold nothing the patient wrote. */
@EventType(value = "aftercare.messaging.ReplyFoundLate.v1", topic = Topics.REVIEWS)
public record ReplyFoundLate(
        ReplyId replyId,
        LineId lineId,
        List<PatientId> patientIds,
        @Nullable UUID run,
        Instant receivedAt,
        @Nullable Level levelBefore,
        boolean handled,
        List<String> categories,
        List<Span> spans,
        List<String> reasons,
        Versions versions,
        Instant at)
        implements Review {
    public ReplyFoundLate {
        patientIds = List.copyOf(patientIds);
        categories = List.copyOf(categories);
        spans = List.copyOf(spans);
        reasons = List.copyOf(reasons);
    }
}
