package aftercare.platform.outbox;

import aftercare.schemas.Event;
import java.time.Instant;
import java.util.UUID;

/** Where a state change leaves its events, in its own transaction. */
public interface Outbox {

    /**
     * Adds an event to the current transaction. The caller holds the lock of the row that {@code key} names, so that commit order is
     * event order.
     *
     * @param time when the fact happened, clinic time
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    void add(UUID eventId, String key, Instant time, Event event);

    /** The same for a topic that is not the first home of the event's type. */
    void add(String topic, UUID eventId, String key, Instant time, Event event);
}
