package aftercare.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final String TOPIC = "letters";

    @TempDir
    Path directory;

    @Test
    void acknowledged_records_are_there_after_a_stop_and_a_start_on_other_ports() throws Exception {
        try (var broker = EmbeddedBroker.start(directory, 0, 0)) {
            write(broker.bootstrapServers());
        }
        try (var broker = EmbeddedBroker.start(directory, 0, 0)) {
            assertThat(read(broker.bootstrapServers())).containsExactly("dear", "reader");
        }
    }

    @Test
    void acknowledged_records_are_there_after_a_kill() throws Exception {
        var child = Child.start(WritesAndWaits.class, directory.toString());
        child.line("ready");
        child.kill();
        try (var broker = EmbeddedBroker.start(directory, 0, 0)) {
            assertThat(read(broker.bootstrapServers())).containsExactly("dear", "reader");
        }
    }

    static void write(String broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all"), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "dear")).get(30, TimeUnit.SECONDS);
            producer.send(new ProducerRecord<>(TOPIC, "reader")).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(String broker) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            var records = consumer.poll(Duration.ofSeconds(30)).records(partition);
            return records.stream().map(record -> record.value()).toList();
        }
    }

    /** Runs in a JVM of its own, that is killed. */
    static final class WritesAndWaits {
        private WritesAndWaits() {}

        public static void main(String[] arguments) throws Exception {
            var broker = EmbeddedBroker.start(Path.of(arguments[0]), 0, 0);
            write(broker.bootstrapServers());
            Child.ready("ready");
        }
    }
}
