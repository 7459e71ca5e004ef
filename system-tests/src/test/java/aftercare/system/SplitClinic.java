package aftercare.system;

import static org.awaitility.Awaitility.await;

import aftercare.embedded.EmbeddedBroker;
import aftercare.embedded.EmbeddedDatabase;
import aftercare.escalation.EscalationApplication;
import aftercare.messaging.MessagingApplication;
import aftercare.screening.ScreeningApplication;
import aftercare.simulator.SimulatorApplication;
import aftercare.standalone.Configuration;
import aftercare.standalone.DataDirectory;
import aftercare.standalone.Mode;
import aftercare.standalone.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The services of the reply chain, each a process of its own, beside a broker and a database that a test may stop. */
final class SplitClinic implements AutoCloseable {
    private static final Map<String, Class<?>> MAINS = Map.of(
            "simulator", SimulatorApplication.class,
            "messaging", MessagingApplication.class,
            "screening", ScreeningApplication.class,
            "escalation", EscalationApplication.class);

    private final Path root;
    private final DataDirectory data;
    private final Ports ports;
    private final EmbeddedDatabase database;
    private final Map<String, Jvm> processes = new LinkedHashMap<>();
    private @Nullable EmbeddedBroker broker;

    private SplitClinic(Path root) {
        this.root = root;
        this.data = DataDirectory.open(root, Mode.DEMO);
        this.ports = new Ports(FreePorts.twelve());
        this.database = EmbeddedDatabase.start(data.database(), data.databasePrograms(), ports.database());
        MAINS.keySet().forEach(service -> database.createServiceRole(service, data.secret("database-" + service)));
    }

    /** Database and simulator run; no broker and no service yet. */
    static SplitClinic open(Path root) {
        var clinic = new SplitClinic(root);
        clinic.start("simulator");
        return clinic;
    }

    void startBroker() {
        broker = EmbeddedBroker.start(data.broker(), ports.broker(), ports.controller());
    }

    void stopBroker() {
        Objects.requireNonNull(broker).close();
        broker = null;
    }

    /** Starts services, together, and waits until each answers. */
    void start(String... services) {
        for (var service : services) {
            processes.put(service, launch(service));
        }
        for (var service : services) {
            await("start of " + service)
                    .atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> {
                        if (!Objects.requireNonNull(processes.get(service)).alive()) {
                            throw new AssertionError(service + " ended; see " + log(service));
                        }
                        return at(service).send("GET", "/v1/work", null, null).statusCode() == 200;
                    });
        }
    }

    private Jvm launch(String service) {
        var words = new ArrayList<>(List.of(new Configuration(data, ports, database.jdbcUrl()).of(service)));
        words.removeIf(word -> word.startsWith("--simulator.services."));
        try {
            return Jvm.start(
                    Objects.requireNonNull(MAINS.get(service)),
                    log(service),
                    List.of("-Daftercare.log=" + log(service)),
                    words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}. */
    void kill(String service) {
        Objects.requireNonNull(processes.remove(service)).kill();
    }

    Http at(String service) {
        return new Http("http://127.0.0.1:" + ports.of(service));
    }

    /** Waits until a service has published what it wrote and has nothing under way. */
    void quiet(String service) {
        await("quiet " + service)
                .atMost(Duration.ofSeconds(30))
                .until(() -> at(service).get("/v1/work").get("pending").intValue() == 0);
    }

    void type(String from, String body) {
        at("simulator").post("/v1/phones/type", Map.of("from", from, "to", Clinic.PATIENTS_LINE, "body", body));
    }

    /** What a phone got from the clinic's paging line. */
    List<String> pages(String number) {
        return Clinic.received(at("simulator"), number);
    }

    /** The carrier takes no page, or takes them again. */
    void carrier(String fault) {
        at("simulator").post("/v1/carrier/fault", Map.of("mode", fault));
    }

    private Path log(String service) {
        return root.resolve(service + ".log");
    }

    @Override
    public void close() {
        processes.values().forEach(Jvm::kill);
        if (broker != null) {
            broker.close();
        }
        database.close();
    }
}
