package aftercare.platform.events;

import aftercare.schemas.Event;
import java.time.Instant;
import java.util.UUID;

/** Writes an event to its topic and waits for the broker. For a service without tables; all others use the outbox. */
public interface EventPublisher {

    /**
     * Returns once the broker has acknowledged the event.
     *
     * @throws EventNotPublished when it did not; the caller tries again, since nothing else will
     */
    void publish(UUID eventId, String key, Instant time, Event event);

    /** The broker did not acknowledge an event. */
    final class EventNotPublished extends RuntimeException {
        public EventNotPublished(String type, Throwable cause) {
            super("The broker did not acknowledge an event of type " + type, cause);
        }
    }
}
