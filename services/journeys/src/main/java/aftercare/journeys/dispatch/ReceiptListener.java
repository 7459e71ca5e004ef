package aftercare.journeys.dispatch;

import aftercare.journeys.facts.FromEvents;
import aftercare.journeys.planning.Planning;
import aftercare.journeys.planning.State;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.messaging.MessageDelivered;
import aftercare.schemas.messaging.MessageSending;
import aftercare.schemas.messaging.MessageSent;
import aftercare.schemas.messaging.MessageSkipped;
import aftercare.schemas.messaging.MessageUncertain;
import aftercare.schemas.messaging.MessageUndelivered;
import aftercare.schemas.messaging.OptedIn;
import aftercare.schemas.messaging.OptedOut;
import aftercare.schemas.messaging.Receipt;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** What messaging tells: what became of each text, and the consent ledger's word. */
@Component
class ReceiptListener {
    private final Receipts receipts;
    private final Planning planning;
    private final ClinicClock clock;

    ReceiptListener(Receipts receipts, Planning planning, ClinicClock clock) {
        this.receipts = receipts;
        this.planning = planning;
        this.clock = clock;
    }

    @KafkaListener(id = "journeys-" + Topics.RECEIPTS, topics = Topics.RECEIPTS)
    void on(Received<? extends Receipt> event) {
        var patient = event.payload().patientId();
        var now = clock.instant();
        switch (event.payload()) {
            case MessageSending sending -> receipts.said(patient, sending.messageId(), State.SENDING, now);
            case MessageSent sent -> receipts.said(patient, sent.messageId(), State.SENT, now);
            case MessageDelivered delivered -> receipts.said(patient, delivered.messageId(), State.DELIVERED, now);
            case MessageUndelivered undelivered ->
                receipts.said(patient, undelivered.messageId(), State.UNDELIVERED, now);
            case MessageUncertain uncertain -> receipts.said(patient, uncertain.messageId(), State.UNCERTAIN, now);
            case MessageSkipped skipped ->
                receipts.skipped(patient, skipped.messageId(), skipped.reason().name(), now);
            case OptedIn in -> planning.learn(patient, event.id(), FromEvents.fact(in), now);
            case OptedOut out -> planning.learn(patient, event.id(), FromEvents.fact(out), now);
        }
    }
}
