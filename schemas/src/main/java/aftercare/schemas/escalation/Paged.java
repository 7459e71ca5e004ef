package aftercare.schemas.escalation;

import aftercare.schemas.EscalationId;
import aftercare.schemas.EventType;
import aftercare.schemas.StaffId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.UUID;

/** Somebody on call was paged. Rounds and steps count from 1. */
@EventType(value = "aftercare.escalation.Paged.v1", topic = Topics.ESCALATIONS)
public record Paged(EscalationId escalationId, UUID pageId, StaffId staffId, int round, int step, Instant at)
        implements EscalationFact {}
