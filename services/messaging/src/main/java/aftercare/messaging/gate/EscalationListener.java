package aftercare.messaging.gate;

import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.escalation.Acknowledged;
import aftercare.schemas.escalation.AlarmRaised;
import aftercare.schemas.escalation.EscalationFact;
import aftercare.schemas.escalation.EscalationJoined;
import aftercare.schemas.escalation.EscalationOpened;
import aftercare.schemas.escalation.HoldPlaced;
import aftercare.schemas.escalation.HoldReleased;
import aftercare.schemas.escalation.Paged;
import aftercare.schemas.escalation.Reassigned;
import aftercare.schemas.escalation.Reopened;
import aftercare.schemas.escalation.Resolved;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of cases and holds. */
@Component
class EscalationListener {
    private final Holds holds;

    EscalationListener(Holds holds) {
        this.holds = holds;
    }

    @KafkaListener(id = "messaging-" + Topics.ESCALATIONS, topics = Topics.ESCALATIONS)
    void on(Received<? extends EscalationFact> event) {
        switch (event.payload()) {
            case EscalationOpened opened ->
                holds.open(
                        event.id(),
                        new CaseOpened(
                                opened.escalationId(),
                                opened.lineId(),
                                opened.patientIds(),
                                opened.replyIds(),
                                opened.at()));
            case EscalationJoined joined ->
                holds.open(
                        event.id(),
                        new CaseOpened(
                                joined.escalationId(),
                                joined.lineId(),
                                joined.patientIds(),
                                List.of(joined.replyId()),
                                joined.at()));
            case Reopened reopened ->
                holds.open(
                        event.id(),
                        new CaseOpened(
                                reopened.escalationId(),
                                reopened.lineId(),
                                reopened.patientIds(),
                                List.of(),
                                reopened.at()));
            case Resolved resolved -> holds.resolve(event.id(), resolved);
            case HoldPlaced placed -> holds.place(event.id(), placed);
            case HoldReleased released -> holds.release(event.id(), released);
            case Paged _, Acknowledged _, Reassigned _, AlarmRaised _ -> {}
        }
    }
}
