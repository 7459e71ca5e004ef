package aftercare.schemas.escalation;

import aftercare.schemas.EscalationId;
import aftercare.schemas.EventType;
import aftercare.schemas.StaffId;
import aftercare.schemas.Topics;
import java.time.Instant;

/** A human took the case. */
@EventType(value = "aftercare.escalation.Acknowledged.v1", topic = Topics.ESCALATIONS)
public record Acknowledged(EscalationId escalationId, StaffId staffId, AckChannel via, Instant at)
        implements EscalationFact {}
