package aftercare.platform.events;

import static aftercare.platform.Facts.NOON;
import static aftercare.platform.Facts.started;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.RealParts;
import aftercare.platform.TestService;
import aftercare.platform.clock.Activity;
import aftercare.platform.clock.WorkSource;
import aftercare.platform.events.UnreadableEvents.UnreadableEvent;
import aftercare.schemas.EventCatalog;
import aftercare.schemas.Topics;
import aftercare.schemas.clinic.SessionStarted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;

class EventsIT {
    private static TestService service;
    private static CheckInListener listener;
    private static final List<UnreadableEvent> unreadable = new CopyOnWriteArrayList<>();

    private String patient;

    static class Unreadables implements UnreadableEvents {
        @Override
        public void found(UnreadableEvent event) {
            unreadable.add(event);
        }
    }

    @BeforeAll
    static void start() {
        service = TestService.start(CheckInListener.class, Unreadables.class);
        listener = service.get(CheckInListener.class);
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
            service.get(EventPublisher.class).publish(UUID.randomUUID(), "first", NOON, started("first", "a"));
            return !listener.of("first").isEmpty();
        });
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void aNewPatient() {
        patient = RealParts.freshName("p");
    }

    private UUID publish(String key, String appointment) {
        var id = UUID.randomUUID();
        service.get(EventPublisher.class).publish(id, key, NOON, started(key, appointment));
        return id;
    }

    @Test
    void an_event_arrives_with_its_id_key_time_and_all_it_says() {
        var id = publish(patient, "a");

        await().untilAsserted(() -> assertThat(listener.of(patient)).hasSize(1));
        var event = listener.of(patient).getFirst();
        assertThat(event.id()).isEqualTo(id);
        assertThat(event.time()).isEqualTo(NOON);
        assertThat(event.payload()).isEqualTo(started(patient, "a"));
    }

    @Test
    void an_event_whose_listener_fails_comes_again_until_it_passes_and_nothing_behind_it_is_skipped() {
        var failing = patient + "-1";
        listener.failOn(failing, 4);
        publish(patient, patient + "-0");
        publish(patient, failing);
        publish(patient, patient + "-2");
        publish(patient, patient + "-3");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listener.appointmentsOf(patient))
                        .containsExactly(patient + "-0", failing, patient + "-2", patient + "-3"));
    }

    @Test
    void patients_of_other_partitions_do_not_wait_for_an_event_that_fails() {
        listener.failOn(patient, Integer.MAX_VALUE);
        publish(patient, patient);
        var others = IntStream.range(0, 50).mapToObj(i -> patient + "-" + i).toList();
        others.forEach(other -> publish(other, "a"));

        await().untilAsserted(() -> assertThat(others.stream()
                        .filter(other -> !listener.of(other).isEmpty())
                        .count())
                .as("of 50 over 12 partitions")
                .isGreaterThan(35));
        assertThat(listener.of(patient)).isEmpty();
        listener.failOn(patient, 0);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(others)
                        .allSatisfy(other -> assertThat(listener.of(other)).hasSize(1)));
        assertThat(listener.of(patient)).hasSize(1);
    }

    @Test
    void a_listener_that_breaks_with_an_error_gets_the_same_event_again() {
        listener.breakOn(patient, new StackOverflowError("told to break"));
        publish(patient, patient);
        publish(patient, patient + "-1");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(listener.appointmentsOf(patient)).containsExactly(patient, patient + "-1"));
    }

    @Test
    void an_unreadable_event_is_put_aside_byte_for_byte_and_told_and_the_next_one_arrives() {
        var id = UUID.randomUUID();
        var bytes = "{\"checkIn\": \"what is this\"".getBytes(UTF_8);
        write(id, EventCatalog.typeOf(SessionStarted.class), patient, bytes);
        publish(patient, "next");

        await().untilAsserted(() -> assertThat(listener.appointmentsOf(patient)).containsExactly("next"));
        assertThat(unreadable)
                .filteredOn(event -> patient.equals(event.key()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.eventId()).isEqualTo(id);
                    assertThat(event.topic()).isEqualTo(Topics.CHECKINS);
                });
        assertThat(deadLettersOf(patient)).singleElement().satisfies(record -> {
            assertThat(record.value()).isEqualTo(bytes);
            assertThat(record.headers().lastHeader("ce_id").value())
                    .isEqualTo(id.toString().getBytes(UTF_8));
        });
    }

    @Test
    void an_event_that_lacks_what_it_must_have_is_unreadable_and_not_retried() {
        write(
                UUID.randomUUID(),
                EventCatalog.typeOf(SessionStarted.class),
                patient,
                "{\"checkIn\":{\"enteredInError\":false}}".getBytes(UTF_8));
        publish(patient, "next");

        await().untilAsserted(() -> assertThat(listener.appointmentsOf(patient)).containsExactly("next"));
        assertThat(unreadable)
                .filteredOn(event -> patient.equals(event.key()))
                .singleElement()
                .satisfies(event -> assertThat(event.why()).isEqualTo("incomplete: /checkIn/patientId"));
    }

    @Test
    void an_event_of_a_newer_type_is_skipped() {
        write(UUID.randomUUID(), "aftercare.intake.Unheard.v9", patient, "{}".getBytes(UTF_8));
        publish(patient, "next");

        await().untilAsserted(() -> assertThat(listener.appointmentsOf(patient)).containsExactly("next"));
        assertThat(unreadable).noneMatch(event -> patient.equals(event.key()));
        assertThat(deadLettersOf(patient)).isEmpty();
    }

    @Test
    void a_field_of_a_newer_version_is_passed_over() {
        var json = EventJson.write(started(patient, "a")).replaceFirst("\\{", "{\"newer\":[1,{\"x\":null}],");
        write(UUID.randomUUID(), EventCatalog.typeOf(SessionStarted.class), patient, json.getBytes(UTF_8));

        await().untilAsserted(() -> assertThat(listener.appointmentsOf(patient)).containsExactly("a"));
    }

    @Test
    void what_lies_before_a_listener_is_pending_until_it_has_passed_and_counts_as_activity() {
        var work = service.get("consumerWork", WorkSource.class);
        var before = service.get(Activity.class).total();
        listener.failOn(patient, Integer.MAX_VALUE);
        publish(patient, patient);

        await().untilAsserted(() -> assertThat(work.pending(NOON)).isPositive());
        listener.failOn(patient, 0);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(work.pending(NOON)).isZero());
        assertThat(service.get(Activity.class).total()).isGreaterThanOrEqualTo(before + 2);
    }

    private static void write(UUID id, String type, String key, byte[] bytes) {
        var record = new ProducerRecord<>(Topics.CHECKINS, key, bytes);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_source",
                        "/clinic",
                        "ce_type",
                        type,
                        "ce_time",
                        NOON.toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(new RecordHeader(name, value.getBytes(UTF_8))));
        @SuppressWarnings("unchecked") // the platform's own template
        KafkaTemplate<String, byte[]> kafka = service.get(KafkaTemplate.class);
        kafka.send(record).join();
    }

    private static List<ConsumerRecord<String, byte[]>> deadLettersOf(String key) {
        var properties = Map.<String, Object>of(
                "bootstrap.servers", RealParts.bootstrapServers(),
                "group.id", RealParts.freshName("g"),
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.CHECKINS + Topics.DEAD_LETTER_SUFFIX).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found.stream().filter(record -> key.equals(record.key())).toList();
        }
    }
}
