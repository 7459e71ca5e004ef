package aftercare.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka broker and controller in this process, listening on 127.0.0.1 only. Its records outlive a kill of the process. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts on what {@code directory} holds, formatting it the first time.
     *
     * @param port 0 for any free one, as with {@code controllerPort}
     */
    public static EmbeddedBroker start(Path directory, int port, int controllerPort) {
        var listening = FreePort.orFree(port);
        format(directory);
        var server = new KafkaRaftServer(
                new KafkaConfig(settings(directory, listening, FreePort.orFree(controllerPort)), false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, listening);
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops in order; what was acknowledged is there at the next start, as it also is without this call. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setIgnoreFormatted(true)
                    .setUnstableFeatureVersionsEnabled(false)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka can't format " + directory, e);
        }
    }

    private static Map<String, String> settings(Path directory, int port, int controllerPort) {
        var settings = new TreeMap<String, String>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "" + NODE);
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", directory.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "12");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("message.max.bytes", "2097152");
        // One node: nothing to replicate to.
        for (var topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".replication.factor", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("offsets.topic.num.partitions", "5");
        settings.put("transaction.state.log.num.partitions", "5");
        // The session of a killed broker must lapse before the next may register.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("controller.quorum.election.timeout.ms", "300");
        // A killed JVM loses nothing of the page cache; a machine that loses power should lose seconds at most.
        settings.put("log.flush.interval.ms", "1000");
        settings.put("log.flush.scheduler.interval.ms", "500");
        return settings;
    }
}
