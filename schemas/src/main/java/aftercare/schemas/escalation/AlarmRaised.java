package aftercare.schemas.escalation;

import aftercare.schemas.EventType;
import aftercare.schemas.Topics;
import java.time.Instant;

/** The chain itself is broken (S10). {@code about} names the part, never a person. */
@EventType(value = "aftercare.escalation.AlarmRaised.v1", topic = Topics.ESCALATIONS)
public record AlarmRaised(String kind, String about, Instant at) implements EscalationFact {}
