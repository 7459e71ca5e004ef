package aftercare.escalation.worklist;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.messaging.MessageOrder;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.MessageUndelivered;
import aftercare.schemas.messaging.Receipt;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follows the texts whose loss is a task; safe to hear anything twice. */
@Component
class SafetyTextListener {
    private final SafetyTexts texts;
    private final ClinicClock clock;

    SafetyTextListener(SafetyTexts texts, ClinicClock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional
    @KafkaListener(id = "escalation-" + Topics.REQUESTS, topics = Topics.REQUESTS)
    void onRequest(Received<? extends MessageOrder> event) {
        if (event.payload() instanceof MessageRequested request) {
            texts.requested(request);
            texts.addTaskIfLost(request.messageId(), clock.instant());
        }
    }

    @Transactional
    @KafkaListener(id = "escalation-" + Topics.RECEIPTS, topics = Topics.RECEIPTS)
    void onReceipt(Received<? extends Receipt> event) {
        if (event.payload() instanceof MessageUndelivered receipt) {
            texts.undelivered(receipt);
            texts.addTaskIfLost(receipt.messageId(), clock.instant());
        }
    }
}
