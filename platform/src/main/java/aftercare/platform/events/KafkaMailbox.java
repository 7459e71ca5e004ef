package aftercare.platform.events;

import aftercare.platform.clock.Activity;
import aftercare.schemas.Event;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/** Writes CloudEvents in binary mode. */
final class KafkaMailbox implements Mailbox, EventPublisher {
    private static final int PATIENCE_SECONDS = 15;

    private final URI source;
    private final KafkaTemplate<String, byte[]> kafka;
    private final Activity activity;

    KafkaMailbox(String service, KafkaTemplate<String, byte[]> kafka, Activity activity) {
        this.source = URI.create("/aftercare/" + service);
        this.kafka = kafka;
        this.activity = activity;
    }

    @Override
    public CompletableFuture<?> send(Letter letter) {
        try {
            return kafka.send(recordOf(letter)).thenRun(activity::tick);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private ProducerRecord<String, byte[]> recordOf(Letter letter) {
        var event = CloudEventBuilder.v1()
                .withId(letter.eventId().toString())
                .withSource(source)
                .withType(letter.type())
                .withTime(letter.time().atOffset(ZoneOffset.UTC))
                .withData("application/json", letter.json().getBytes(StandardCharsets.UTF_8))
                .build();
        return KafkaMessageFactory.createWriter(letter.topic(), letter.key()).writeBinary(event);
    }

    @Override
    public void publish(UUID eventId, String key, Instant time, Event event) {
        var letter = Letter.of(eventId, key, time, event);
        try {
            send(letter).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new EventNotPublished(letter.type(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventNotPublished(letter.type(), e);
        }
    }
}
