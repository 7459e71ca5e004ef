package aftercare.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.standalone.Standalone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A whole clinic on this machine, reached only through the doors that its users have. */
final class Clinic implements AutoCloseable {
    static final String PATIENTS_LINE = "+12025550120";
    static final String PAGING_LINE = "+12025550121";
    static final String ROSA = "+12025550131";
    static final String SAM = "+12025550132";
    static final String MIRA = "+12025550133";

    private final Path data;
    private final int ports;
    private @Nullable Jvm process;
    private @Nullable JsonNode endpoints;

    private Clinic(Path data, int ports) {
        this.data = data;
        this.ports = ports;
    }

    /** Starts a demo under {@code data}, on ports that are free. */
    static Clinic open(Path data) {
        var clinic = new Clinic(data, FreePorts.thirteen());
        clinic.start();
        return clinic;
    }

    void start() {
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(data.resolve("endpoints.json"));
            process = Jvm.start(
                    Standalone.class,
                    output(),
                    List.of("-Daftercare.log=" + data.resolve("aftercare.log")),
                    List.of("--data", data.toString(), "--ports", Integer.toString(ports)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var started = process;
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            if (!started.alive()) {
                throw new AssertionError("Aftercare did not start:\n" + Files.readString(output()));
            }
            return Files.exists(data.resolve("endpoints.json"));
        });
        endpoints = Http.JSON.readTree(data.resolve("endpoints.json"));
    }

    /** {@code kill -9}, and up again. */
    void killAndRestart() {
        running().kill();
        start();
    }

    Path data() {
        return data;
    }

    Http at(String name) {
        return new Http(Objects.requireNonNull(endpoints).get(name).stringValue());
    }

    String url(String name) {
        return Objects.requireNonNull(endpoints).get(name).stringValue();
    }

    /** A service's own API, in the name of a member of staff, through the console's relay. */
    JsonNode api(String staffId, String service, String path) {
        return at("console").as(staffId).get("/api/" + service + path);
    }

    void fhir(String type, String id, Map<String, ?> resource) {
        var answer = at("intake")
                .put("/fhir/" + type + "/" + id, "application/fhir+json", Http.JSON.writeValueAsString(resource));
        assertThat(answer.statusCode())
                .as("PUT %s/%s: %s", type, id, answer.body())
                .isIn(200, 201);
    }

    /** A person types on a phone. */
    void type(String from, String body) {
        at("simulator").post("/v1/phones/type", Map.of("from", from, "body", body));
    }

    /** A person types on a phone to one of the clinic's numbers. */
    void type(String from, String to, String body) {
        at("simulator").post("/v1/phones/type", Map.of("from", from, "to", to, "body", body));
    }

    /** What a phone got from the clinic, oldest first. */
    List<String> texts(String number) {
        return received(at("simulator"), number);
    }

    static List<String> received(Http simulator, String number) {
        var texts = new ArrayList<String>();
        for (var text :
                simulator.post("/v1/phones/read", Map.of("number", number)).get("texts")) {
            if (!text.get("from").stringValue().equals(number)) {
                texts.add(text.get("body").stringValue());
            }
        }
        return texts;
    }

    /** Waits, on the machine's clock, until a phone has this many texts. */
    List<String> textsOnceThereAre(int count, String number, Duration atMost) {
        await().atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(texts(number)).hasSizeGreaterThanOrEqualTo(count));
        return texts(number);
    }

    Instant now() {
        return now(at("simulator"));
    }

    static Instant now(Http simulator) {
        return Instant.parse(simulator.get("/v1/clock").get("now").stringValue());
    }

    /** Plays the clinic clock on through every pause, as a person would who has seen it. */
    void playThrough(Instant until) {
        playThrough(at("simulator"), until);
    }

    static void playThrough(Http simulator, Instant until) {
        while (now(simulator).isBefore(until)) {
            simulator.post("/v1/clock/play", Map.of("until", until.toString()));
        }
    }

    private Path output() {
        return data.resolve("output.log");
    }

    private Jvm running() {
        return Objects.requireNonNull(process);
    }

    @Override
    public void close() {
        running().close();
    }
}
