package aftercare.platform.events;

import aftercare.schemas.Event;
import aftercare.schemas.EventCatalog;
import java.time.Instant;
import java.util.UUID;

/** An event ready for Kafka: where it goes, its CloudEvents attributes, and its payload as JSON. */
public record Letter(UUID eventId, String topic, String key, String type, Instant time, String json) {

    public static Letter of(UUID eventId, String key, Instant time, Event event) {
        return new Letter(
                eventId,
                EventCatalog.topicOf(event.getClass()),
                key,
                EventCatalog.typeOf(event.getClass()),
                time,
                EventJson.write(event));
    }

    /** The same on another topic. */
    public Letter to(String otherTopic) {
        return new Letter(eventId, otherTopic, key, type, time, json);
    }

    /** Names the event and shows nothing of what it says (S9). */
    @Override
    public String toString() {
        return "Letter[" + type + " " + eventId + "]";
    }
}
