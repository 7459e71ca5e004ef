package aftercare.messaging.requests;

import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.messaging.MessageOrder;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.MessageWithdrawn;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what journeys wants said, and what no more. */
@Component
class OrderListener {
    private final Orders orders;

    OrderListener(Orders orders) {
        this.orders = orders;
    }

    @KafkaListener(id = "messaging-" + Topics.REQUESTS, topics = Topics.REQUESTS)
    void on(Received<? extends MessageOrder> event) {
        switch (event.payload()) {
            case MessageRequested requested -> orders.request(event.id(), requested, event.time());
            case MessageWithdrawn withdrawn -> orders.withdraw(event.id(), withdrawn);
        }
    }
}
