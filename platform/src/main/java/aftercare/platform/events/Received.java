package aftercare.platform.events;

import aftercare.schemas.Event;
import java.time.Instant;
import java.util.UUID;

/** An event as it came from Kafka: its CloudEvents id, its record key, when it happened (UTC), and what it says. */
public record Received<T extends Event>(UUID id, String key, Instant time, T payload) {

    /** Names the event and shows nothing of what it says (S9). */
    @Override
    public String toString() {
        return "Received[" + payload.getClass().getSimpleName() + " " + id + "]";
    }
}
