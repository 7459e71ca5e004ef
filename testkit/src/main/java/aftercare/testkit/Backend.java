package aftercare.testkit;

import aftercare.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The broker and the database of this JVM, started when first asked for and gone with it. */
final class Backend {
    private static final class Holder {
        private static final Backend RUNNING = start();
    }

    private final Servers servers;
    private final Map<String, String> passwords = new ConcurrentHashMap<>();

    private Backend(Servers servers) {
        this.servers = servers;
    }

    static Backend running() {
        return Holder.RUNNING;
    }

    String bootstrapServers() {
        return servers.bootstrapServers();
    }

    String jdbcUrl() {
        return servers.jdbcUrl();
    }

    /** Makes the service's role and schema the first time. */
    String passwordOf(String service) {
        return passwords.computeIfAbsent(service, name -> {
            var password = "test-" + name;
            servers.createServiceRole(name, password);
            return password;
        });
    }

    private static Backend start() {
        quiet();
        var servers = Docker.answers() ? new ContainerServers() : new EmbeddedServers();
        createTopics(servers.bootstrapServers());
        System.out.println("Tests run on " + servers.description() + ".");
        return new Backend(servers);
    }

    /** A broker that starts and stops says more than a test report can bear. */
    private static void quiet() {
        var logging = LoggingSystem.get(Backend.class.getClassLoader());
        for (var logger : List.of("kafka", "org.apache.kafka", "state.change.logger", "org.testcontainers")) {
            logging.setLogLevel(logger, LogLevel.ERROR);
        }
    }

    private static void createTopics(String bootstrapServers) {
        var topics = Topics.ALL.stream()
                .flatMap(topic -> Stream.of(
                        new NewTopic(topic, Topics.PARTITIONS, (short) 1),
                        new NewTopic(topic + Topics.DEAD_LETTER_SUFFIX, 1, (short) 1)))
                .toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(topics).all().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while topics were made", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker did not make the topics", e);
        }
    }
}
