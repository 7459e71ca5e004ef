package aftercare.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.console.ConsoleApplication;
import aftercare.embedded.EmbeddedBroker;
import aftercare.embedded.EmbeddedDatabase;
import aftercare.escalation.EscalationApplication;
import aftercare.intake.IntakeApplication;
import aftercare.journeys.JourneysApplication;
import aftercare.messaging.MessagingApplication;
import aftercare.screening.ScreeningApplication;
import aftercare.simulator.SimulatorApplication;
import aftercare.standalone.Configuration;
import aftercare.standalone.DataDirectory;
import aftercare.standalone.Mode;
import aftercare.standalone.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Services, each a process of its own, beside a broker and a database that a test may stop. */
final class SplitClinic implements AutoCloseable {
    private static final Map<String, Class<?>> MAINS = Map.of(
            "simulator", SimulatorApplication.class,
            "messaging", MessagingApplication.class,
            "screening", ScreeningApplication.class,
            "escalation", EscalationApplication.class,
            "intake", IntakeApplication.class,
            "journeys", JourneysApplication.class,
            "console", ConsoleApplication.class);

    private final Path root;
    private final DataDirectory data;
    private final Ports ports;
    private final EmbeddedDatabase database;
    private final boolean clockKnowsAll;
    private final Map<String, Jvm> processes = new LinkedHashMap<>();
    private @Nullable EmbeddedBroker broker;

    private SplitClinic(Path root, boolean clockKnowsAll) {
        this.root = root;
        this.clockKnowsAll = clockKnowsAll;
        this.data = DataDirectory.open(root, Mode.DEMO);
        this.ports = new Ports(FreePorts.thirteen());
        this.database = EmbeddedDatabase.start(data.database(), data.databasePrograms(), ports.database());
        MAINS.keySet().forEach(service -> database.createServiceRole(service, data.secret("database-" + service)));
    }

    /** Database and simulator run; no broker and no service yet. */
    static SplitClinic open(Path root) {
        var clinic = new SplitClinic(root, false);
        clinic.start("simulator");
        return clinic;
    }

    /** Everything runs, and the clock waits for everything; {@code settings} are the clinic's own. */
    static SplitClinic whole(Path root, List<String> settings) {
        var clinic = new SplitClinic(root, true);
        try {
            Files.write(root.resolve("clinic.properties"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            clinic.startBroker();
            clinic.start(MAINS.keySet().toArray(String[]::new));
            return clinic;
        } catch (RuntimeException | Error e) {
            clinic.close();
            throw e;
        }
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
                    .atMost(Duration.ofMinutes(4))
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
        if (!clockKnowsAll) {
            words.removeIf(word -> word.startsWith("--simulator.services."));
        }
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

    /** What a phone got from the clinic. */
    List<String> received(String number) {
        return Clinic.received(at("simulator"), number);
    }

    /** A service's own API, in the name of a member of staff, through the console's relay. */
    JsonNode api(String staffId, String service, String path) {
        return at("console").as(staffId).get("/api/" + service + path);
    }

    void post(String staffId, String path, Object body) {
        at("console").as(staffId).post("/api/escalation" + path, body);
    }

    void fhir(String resource, Map<String, ?> body) {
        Http.required(
                at("intake").put("/fhir/" + resource, "application/fhir+json", Http.JSON.writeValueAsString(body)));
    }

    Instant now() {
        return Clinic.now(at("simulator"));
    }

    void playThrough(Instant until) {
        Clinic.playThrough(at("simulator"), until);
    }

    void awaitTexts(int count, String number) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(received(number)).hasSizeGreaterThanOrEqualTo(count));
    }

    void failCalls(String number, String fault) {
        at("simulator").post("/v1/phones/call-fault", Map.of("number", number, "fault", fault));
    }

    void refuseTexts(String number, int errorCode) {
        at("simulator").post("/v1/phones/refuse", Map.of("number", number, "errorCode", errorCode));
    }

    /** How far the newest call to a phone has come. */
    String call(String number) {
        var calls = at("simulator").post("/v1/phones/calls", Map.of("number", number));
        return calls.isEmpty() ? "" : calls.get(0).get("progress").stringValue();
    }

    /** What was said on the calls to a phone, and how each stands. */
    String heard(String number) {
        return at("simulator")
                .post("/v1/phones/calls", Map.of("number", number))
                .toString();
    }

    /** What a phone's owner does about its call. */
    void handleCall(String number, String deed, @Nullable String keys) {
        var what = new LinkedHashMap<String, Object>(Map.of("number", number, "deed", deed));
        if (keys != null) {
            what.put("keys", keys);
        }
        at("simulator").post("/v1/phones/call", what);
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
