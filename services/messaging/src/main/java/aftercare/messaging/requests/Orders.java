package aftercare.messaging.requests;

import aftercare.messaging.lines.Lines;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.inbox.Inbox;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.MessageWithdrawn;
import aftercare.schemas.messaging.SkipReason;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders. A patient's lock keeps an order and the sending of it apart. */
@Service
class Orders {
    private static final String CONSUMER = "messaging.requests";

    private final Lines lines;
    private final Queue queue;
    private final Messages messages;
    private final Inbox inbox;
    private final Sealer sealer;
    private final ClinicClock clock;

    Orders(Lines lines, Queue queue, Messages messages, Inbox inbox, Sealer sealer, ClinicClock clock) {
        this.lines = lines;
        this.queue = queue;
        this.messages = messages;
        this.inbox = inbox;
        this.sealer = sealer;
        this.clock = clock;
    }

    @Transactional
    public void request(UUID eventId, MessageRequested order, Instant requestedAt) {
        if (!inbox.firstTime(eventId, CONSUMER)) {
            return;
        }
        lines.lockPatient(order.patientId());
        var text = sealer.open(order.text(), eventId, "text");
        queue.add(new NewMessage(
                order.messageId(),
                MessageKind.REQUESTED,
                order.patientId(),
                null,
                order.purpose(),
                order.touchpoint(),
                sealer.seal(text, order.messageId(), "text"),
                order.language(),
                order.window(),
                order.priority(),
                order.answersReplyId(),
                order.question(),
                requestedAt,
                null));
    }

    /** Obeyed until the sending begins. */
    @Transactional
    public void withdraw(UUID eventId, MessageWithdrawn order) {
        if (!inbox.firstTime(eventId, CONSUMER)) {
            return;
        }
        lines.lockPatient(order.patientId());
        messages.lock(order.messageId())
                .filter(message -> message.state() == MessageState.QUEUED)
                .ifPresent(message -> messages.skip(message, SkipReason.WITHDRAWN, clock.instant()));
    }
}
