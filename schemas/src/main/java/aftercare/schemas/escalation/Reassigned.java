package aftercare.schemas.escalation;

import aftercare.schemas.EscalationId;
import aftercare.schemas.EventType;
import aftercare.schemas.StaffId;
import aftercare.schemas.Topics;
import java.time.Instant;

/** The case passed from one human to another. */
@EventType(value = "aftercare.escalation.Reassigned.v1", topic = Topics.ESCALATIONS)
public record Reassigned(EscalationId escalationId, StaffId from, StaffId to, Instant at) implements EscalationFact {}
