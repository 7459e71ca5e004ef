package aftercare.journeys.answers;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.escalation.EscalationFact;
import aftercare.schemas.escalation.HoldPlaced;
import aftercare.schemas.escalation.HoldReleased;
import aftercare.schemas.messaging.MessageSkipped;
import aftercare.schemas.messaging.OptedOut;
import aftercare.schemas.messaging.Receipt;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** What messaging and escalation tell that ends a questionnaire. */
@Component
class StopListener {
    private final AskingStops stops;
    private final ClinicClock clock;

    StopListener(AskingStops stops, ClinicClock clock) {
        this.stops = stops;
        this.clock = clock;
    }

    @KafkaListener(id = "journeys-answers-" + Topics.RECEIPTS, topics = Topics.RECEIPTS)
    void onReceipt(Received<? extends Receipt> event) {
        if (event.payload() instanceof OptedOut out) {
            stops.optedOut(out.patientId(), clock.instant());
        } else if (event.payload() instanceof MessageSkipped skipped) {
            stops.neverSent(
                    skipped.patientId(), skipped.messageId(), skipped.reason().name(), clock.instant());
        }
    }

    @KafkaListener(id = "journeys-answers-" + Topics.ESCALATIONS, topics = Topics.ESCALATIONS)
    void onEscalation(Received<? extends EscalationFact> event) {
        if (event.payload() instanceof HoldPlaced placed) {
            stops.held(placed.holdId(), placed.patientIds(), clock.instant());
        } else if (event.payload() instanceof HoldReleased released && released.holdId() != null) {
            stops.released(released.holdId());
        }
    }
}
