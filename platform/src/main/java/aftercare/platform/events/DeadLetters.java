package aftercare.platform.events;

import aftercare.platform.events.Reading.Unreadable;
import aftercare.platform.events.UnreadableEvents.UnreadableEvent;
import aftercare.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Puts an unreadable record aside, byte for byte, and tells whoever reacts to it. Written by hand since Spring's recoverer adds exception
 * messages and stack traces as headers, and those may quote the payload (S9).
 */
final class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int PATIENCE_SECONDS = 15;

    private final KafkaTemplate<String, byte[]> kafka;
    private final Iterable<UnreadableEvents> listeners;

    DeadLetters(KafkaTemplate<String, byte[]> kafka, Iterable<UnreadableEvents> listeners) {
        this.kafka = kafka;
        this.listeners = listeners;
    }

    /** Returns once everybody has been told and the broker holds the copy; throws otherwise, and the record comes again. */
    void put(ConsumerRecord<String, Reading> record, Unreadable unreadable) {
        var event = new UnreadableEvent(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                unreadable.id(),
                unreadable.type(),
                unreadable.why());
        listeners.forEach(listener -> listener.found(event));
        send(record, unreadable);
        log.atError()
                .addKeyValue("topic", event.topic())
                .addKeyValue("partition", event.partition())
                .addKeyValue("offset", event.offset())
                .addKeyValue("event", event.eventId())
                .addKeyValue("why", event.why())
                .log("An unreadable event was put aside");
    }

    private void send(ConsumerRecord<String, Reading> record, Unreadable unreadable) {
        var copy = new ProducerRecord<>(
                record.topic() + Topics.DEAD_LETTER_SUFFIX,
                null,
                record.key(),
                unreadable.bytes().get(),
                record.headers());
        note(copy.headers(), "why", unreadable.why());
        note(copy.headers(), "topic", record.topic());
        note(copy.headers(), "partition", Integer.toString(record.partition()));
        note(copy.headers(), "offset", Long.toString(record.offset()));
        try {
            kafka.send(copy).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotPutAside(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPutAside(e);
        }
    }

    private static void note(Headers headers, String name, String value) {
        headers.add("aftercare_dead_" + name, value.getBytes(StandardCharsets.UTF_8));
    }

    static final class NotPutAside extends RuntimeException {
        NotPutAside(Throwable cause) {
            super("The dead-letter topic did not take an unreadable event", cause);
        }
    }
}
