package aftercare.schemas.journeys;

import aftercare.schemas.EventType;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.List;

/** A score of the patient fell, or is low: a clinician looks at it the same day. It is no crisis by itself. Holds no score. */
@EventType(value = "aftercare.journeys.LowMoodFound.v1", topic = Topics.JOURNEYS)
public record LowMoodFound(PatientId patientId, ReplyId replyId, List<String> rules, Instant at)
        implements JourneyFact {
    public LowMoodFound {
        rules = List.copyOf(rules);
    }
}
