package aftercare.schemas.escalation;

import aftercare.schemas.Event;
import java.time.Instant;

/** What is on {@code escalation.events}. */
public sealed interface EscalationFact extends Event
        permits EscalationOpened,
                EscalationJoined,
                Paged,
                Acknowledged,
                Reassigned,
                Resolved,
                Reopened,
                HoldPlaced,
                HoldReleased,
                AlarmRaised {
    Instant at();
}
