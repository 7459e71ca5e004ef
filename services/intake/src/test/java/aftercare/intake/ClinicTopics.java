package aftercare.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import aftercare.platform.events.EventJson;
import aftercare.schemas.Event;
import aftercare.schemas.EventCatalog;
import aftercare.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** What the real broker holds on {@code clinic.*}, from the beginning. */
public final class ClinicTopics implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Told> told = new ArrayList<>();

    public ClinicTopics(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.PATIENTS, Topics.APPOINTMENTS, Topics.CHECKINS));
    }

    public record Told(UUID id, String key, Event event, String raw) {
        public String name() {
            return event.getClass().getSimpleName();
        }
    }

    /** Waits until a patient has had this many events, and gives all there are by then. */
    public List<Told> of(String patient, int atLeast) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> {
            poll();
            return now(patient).size() >= atLeast;
        });
        return now(patient);
    }

    public List<String> namesOf(String patient, int atLeast) {
        return of(patient, atLeast).stream().map(Told::name).toList();
    }

    private List<Told> now(String patient) {
        return told.stream().filter(one -> one.key().equals(patient)).toList();
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(200)).forEach(row -> told.add(read(row)));
    }

    private static Told read(ConsumerRecord<String, byte[]> row) {
        var type = EventCatalog.byType(header(row, "ce_type")).orElseThrow();
        return new Told(
                UUID.fromString(header(row, "ce_id")),
                row.key(),
                EventJson.read(row.value(), type),
                new String(row.value(), UTF_8));
    }

    private static String header(ConsumerRecord<String, byte[]> row, String name) {
        return new String(row.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
