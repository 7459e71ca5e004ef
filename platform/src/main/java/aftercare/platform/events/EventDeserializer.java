package aftercare.platform.events;

import aftercare.platform.events.Reading.Known;
import aftercare.platform.events.Reading.Unknown;
import aftercare.platform.events.Reading.Unreadable;
import aftercare.schemas.Event;
import aftercare.schemas.EventCatalog;
import aftercare.schemas.Topics;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** CloudEvents in binary mode with JSON payloads. A tombstone stays null. */
public final class EventDeserializer implements Deserializer<Reading> {

    /** Without headers there is no type to go by. */
    @Override
    public @Nullable Reading deserialize(String topic, byte @Nullable [] data) {
        return data == null ? null : new Unreadable("no CloudEvents headers", null, null, Bytes.wrap(data));
    }

    @Override
    public @Nullable Reading deserialize(String topic, Headers headers, byte @Nullable [] data) {
        return data == null ? null : read(topic, headers, data);
    }

    private static Reading read(String topic, Headers headers, byte[] data) {
        CloudEvent envelope;
        try {
            envelope = KafkaMessageFactory.createReader(headers, data).toEvent();
        } catch (RuntimeException e) {
            return new Unreadable("no CloudEvent: " + e.getClass().getSimpleName(), null, null, Bytes.wrap(data));
        }
        return EventCatalog.byType(envelope.getType())
                .map(type -> read(topic, envelope, type, data))
                .orElseGet(() -> new Unknown(envelope.getType()));
    }

    private static Reading read(String topic, CloudEvent envelope, Class<? extends Event> type, byte[] data) {
        var id = idOf(envelope);
        var content = envelope.getData();
        var time = envelope.getTime();
        if (!belongs(type, topic)) {
            return new Unreadable("on the wrong topic", id, envelope.getType(), Bytes.wrap(data));
        }
        if (time == null || content == null) {
            return new Unreadable("without time or data", id, envelope.getType(), Bytes.wrap(data));
        }
        try {
            return new Known(id, time.toInstant(), EventJson.read(content.toBytes(), type), Bytes.wrap(data));
        } catch (Incomplete e) {
            return new Unreadable("incomplete: " + e.getMessage(), id, envelope.getType(), Bytes.wrap(data));
        } catch (JacksonException e) {
            var why = "no such event: " + e.getClass().getSimpleName();
            return new Unreadable(why, id, envelope.getType(), Bytes.wrap(data));
        }
    }

    private static boolean belongs(Class<? extends Event> type, String topic) {
        var home = EventCatalog.topicOf(type);
        return home.equals(topic) || (home.equals(Topics.REPLIES) && topic.equals(Topics.RESCREENS));
    }

    /** A clinic's own events may have ids that are no UUIDs; those are unique within their source. */
    private static UUID idOf(CloudEvent envelope) {
        try {
            return UUID.fromString(envelope.getId());
        } catch (IllegalArgumentException e) {
            var name = envelope.getSource() + "\n" + envelope.getId();
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }
}
