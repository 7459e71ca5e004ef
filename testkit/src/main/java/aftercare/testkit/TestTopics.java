package aftercare.testkit;

import aftercare.platform.events.EventDeserializer;
import aftercare.platform.events.EventJson;
import aftercare.platform.events.Reading;
import aftercare.platform.events.Received;
import aftercare.schemas.Event;
import aftercare.schemas.EventCatalog;
import aftercare.schemas.Topics;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Writes events as another service would, and shows what lies on the topics, oldest first within a key. For one thread. */
public final class TestTopics implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, Reading> consumer;
    private final List<Letter> seen = new ArrayList<>();

    private record Letter(String topic, Received<Event> event) {}

    private TestTopics(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new EventDeserializer());
        var partitions = Topics.ALL.stream()
                .flatMap(topic ->
                        IntStream.range(0, Topics.PARTITIONS).mapToObj(number -> new TopicPartition(topic, number)))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The topics of the broker that {@link Backing} gives to services. */
    public static TestTopics open() {
        return new TestTopics(Backend.running().bootstrapServers());
    }

    /** Returns the new event's id. */
    public UUID publish(String key, Instant time, Event event) {
        var id = UUID.randomUUID();
        publish(id, key, time, event);
        return id;
    }

    public void publish(UUID id, String key, Instant time, Event event) {
        publish(EventCatalog.topicOf(event.getClass()), id, key, time, event);
    }

    /** On a topic that is not the type's first home. */
    public void publish(String topic, UUID id, String key, Instant time, Event event) {
        var letter = CloudEventBuilder.v1()
                .withId(id.toString())
                .withSource(URI.create("/aftercare/test"))
                .withType(EventCatalog.typeOf(event.getClass()))
                .withTime(time.atOffset(ZoneOffset.UTC))
                .withData("application/json", EventJson.write(event).getBytes(StandardCharsets.UTF_8))
                .build();
        try {
            producer.send(KafkaMessageFactory.createWriter(topic, key).writeBinary(letter))
                    .get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while publishing", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker did not take the event", e);
        }
    }

    /** Every event of a topic with this key. */
    public List<Received<Event>> on(String topic, String key) {
        catchUp();
        return seen.stream()
                .filter(letter -> letter.topic().equals(topic))
                .map(Letter::event)
                .filter(event -> event.key().equals(key))
                .toList();
    }

    /** What every event of this type with this key says. */
    public <T extends Event> List<T> facts(Class<T> type, String key) {
        catchUp();
        return seen.stream()
                .map(Letter::event)
                .filter(event -> event.key().equals(key))
                .map(Received::payload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Waits up to 20 s for the first fact of this type with this key. */
    public <T extends Event> T await(Class<T> type, String key) {
        return Awaitility.await(type.getSimpleName() + " for " + key)
                .atMost(PATIENCE)
                .until(() -> facts(type, key), facts -> !facts.isEmpty())
                .getFirst();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        consumer.close();
    }

    private void catchUp() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(this::keep);
        }
    }

    /** Passes over tombstones and what is no event. */
    private void keep(ConsumerRecord<String, Reading> record) {
        if (record.value() instanceof Reading.Known known && record.key() != null) {
            seen.add(new Letter(
                    record.topic(), new Received<>(known.id(), record.key(), known.time(), known.payload())));
        }
    }
}
