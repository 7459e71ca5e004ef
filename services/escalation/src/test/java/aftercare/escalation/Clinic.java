package aftercare.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.access.Role;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.WorkSource;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Event;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Topics;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.testkit.Backing;
import aftercare.testkit.FakeCarrier;
import aftercare.testkit.TestClocks;
import aftercare.testkit.TestTopics;
import aftercare.testkit.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The service, running, with everything around it that a test plays. */
final class Clinic implements AutoCloseable {
    static final String ROSA = "+12025550131";
    static final String SAM = "+12025550132";
    static final String MIRA = "+12025550133";
    static final String OTTO = "+12025550139";

    private static final String PAGING_NUMBER = "+12025550121";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, Role[]> ROLES = Map.of(
            "rosa", new Role[] {Role.STAFF, Role.CLINICIAN},
            "sam", new Role[] {Role.STAFF, Role.CLINICIAN},
            "mira", new Role[] {Role.STAFF, Role.CLINICIAN, Role.ADMIN},
            "fred", new Role[] {Role.STAFF, Role.FRONT_DESK},
            "nova", new Role[] {Role.STAFF, Role.CLINICIAN},
            "nobody", new Role[] {Role.OPERATOR});

    private final FakeMessaging messaging;
    private final Path lastResort;
    private final ConfigurableApplicationContext service;
    private final TestTopics topics;

    private Clinic(FakeMessaging messaging, Path lastResort, ConfigurableApplicationContext service) {
        this.messaging = messaging;
        this.lastResort = lastResort;
        this.service = service;
        this.topics = TestTopics.open();
    }

    /** @param settings what is different from a clinic where everything works */
    static Clinic open(Map<String, String> settings) {
        var messaging = new FakeMessaging();
        var lastResort = temporaryFile();
        var properties = new HashMap<>(Backing.propertiesOf("escalation"));
        for (var other : List.of("intake", "journeys", "messaging", "screening")) {
            properties.put("aftercare.services." + other, messaging.url());
        }
        properties.put("escalation.alarm-webhook", messaging.url() + "/alarms");
        properties.put("escalation.last-resort-file", lastResort);
        properties.put("escalation.watch.every", "1s");
        // By text alone, where a test does not say otherwise.
        properties.put("escalation.policy.steps[0].who", "rosa");
        properties.put("escalation.policy.steps[1].who", "sam");
        properties.put("escalation.policy.steps[2].who", "everyone,director");
        properties.put("escalation.paging.fold", "1s");
        properties.putAll(settings);
        var arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new Clinic(messaging, lastResort, EscalationApplication.builder().run(arguments));
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempDirectory("escalation").resolve("last-resort");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        topics.close();
        service.close();
    }

    ConfigurableApplicationContext service() {
        return service;
    }

    FakeMessaging messaging() {
        return messaging;
    }

    FakeCarrier carrier() {
        return FakeCarrier.running();
    }

    Path lastResort() {
        return lastResort;
    }

    Verdicts verdicts() {
        return new Verdicts(service.getBean(Sealer.class));
    }

    void crisis(LineId line) {
        var eventId = UUID.randomUUID();
        publish(eventId, verdicts().crisis(eventId, line));
    }

    void publish(UUID eventId, ReplyScreened verdict) {
        topics.publish(eventId, verdict.lineId().toString(), now(), verdict);
    }

    void publish(UUID eventId, String key, Event event) {
        topics.publish(eventId, key, now(), event);
    }

    void publish(String key, Event event) {
        topics.publish(key, now(), event);
    }

    Instant now() {
        return service.getBean(ClinicClock.class).instant();
    }

    void forward(Duration by) {
        TestClocks.forward(service, by);
        quietDown();
    }

    /** Nothing is due or under way any more, and stays so. */
    void quietDown() {
        await().during(Duration.ofMillis(600)).atMost(PATIENCE).until(() -> pending() == 0);
    }

    private int pending() {
        var now = now();
        return service.getBeanProvider(WorkSource.class).stream()
                .mapToInt(source -> source.pending(now))
                .sum();
    }

    List<String> textsTo(String number) {
        return carrier().textsTo(number).stream().map(FakeCarrier.Text::body).toList();
    }

    void awaitTexts(String number, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(textsTo(number)).hasSize(count));
    }

    /** Whatever else comes before or after it. */
    void awaitText(String number, String containing) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(textsTo(number)).anyMatch(text -> text.contains(containing)));
    }

    void textFrom(String number, String body) {
        var webhook = URI.create(
                service.getEnvironment().getRequiredProperty("aftercare.public-url") + "/webhooks/twilio/pages");
        assertThat(carrier().deliver(webhook, number, PAGING_NUMBER, body).httpStatus())
                .isEqualTo(200);
    }

    String overdue(LineId... lines) {
        return Stream.of(lines).map(line -> one(ReplyId.random(), line)).collect(Collectors.joining(",", "[", "]"));
    }

    String overdue(ReplyId reply, LineId line) {
        return "[" + one(reply, line) + "]";
    }

    private static String one(ReplyId reply, LineId line) {
        return """
                {"replyId":"%s","lineId":"%s","patientIds":["patient-of-%s"],"receivedAt":"2026-03-04T02:14:00Z"}""".formatted(reply, line, line);
    }

    List<Map<String, Object>> openCases() {
        return as("rosa").list("/v1/escalations?view=open");
    }

    Map<String, Object> onlyCase() {
        assertThat(openCases()).hasSize(1);
        return openCases().getFirst();
    }

    List<Map<String, Object>> workOn(LineId line) {
        return as("rosa").list("/v1/work-items?state=open").stream()
                .filter(item -> line.toString().equals(item.get("lineId")))
                .toList();
    }

    List<Map<String, Object>> workOn(LineId line, String kind) {
        return workOn(line).stream()
                .filter(item -> kind.equals(item.get("kind")))
                .toList();
    }

    /** What waits for a human about a patient. */
    List<Map<String, Object>> workOf(PatientId patient) {
        return as("fred").list("/v1/work-items?state=open").stream()
                .filter(item -> patient.value().equals(item.get("patientId")))
                .toList();
    }

    /** All that is known of the only open case, as JSON. */
    String detailOfOnlyCase() {
        return as("rosa")
                .get("/v1/escalations/" + onlyCase().get("escalationId"))
                .body();
    }

    /** Somebody adds a way to be reached and gives back the code that was sent to it. */
    void verify(String staffId, String kind, String address, Supplier<String> code) {
        change("DELETE FROM contact_method WHERE staff_id = '" + staffId + "' AND kind IN ('EMAIL', 'WEBHOOK')");
        var added = as(staffId)
                .post(
                        "/v1/staff/" + staffId + "/contact-methods",
                        "{\"kind\":\"" + kind + "\",\"address\":\"" + address + "\"}");
        assertThat(added.status()).as(added.body()).isBetween(200, 299);
        var id = service.getBean(JdbcClient.class)
                .sql("SELECT id::text FROM contact_method WHERE staff_id = :staff AND kind = :kind")
                .param("staff", staffId)
                .param("kind", kind)
                .query(String.class)
                .single();
        var asked = as(staffId).post("/v1/contact-methods/" + id + "/test-page", "{}");
        assertThat(asked.status()).as(asked.body()).isBetween(200, 299);
        var verified =
                as(staffId).post("/v1/contact-methods/" + id + "/verification", "{\"code\":\"" + code.get() + "\"}");
        assertThat(verified.status()).as(verified.body()).isBetween(200, 299);
    }

    /** Somebody who is not the carrier posts to a webhook; returns the HTTP status. */
    int stranger(URI webhook) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(webhook)
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while posting", e);
        }
    }

    void resolveAll() {
        openCases()
                .forEach(open -> assertThat(as("rosa")
                                .post(
                                        "/v1/escalations/" + open.get("escalationId") + "/resolution",
                                        "{\"disposition\":\"REACHED_NO_SI\",\"note\":\"the test is over\",\"hold\":\"RELEASE\"}")
                                .status())
                        .isEqualTo(204));
    }

    /** What was told of the line's patient, oldest first. */
    List<String> eventsOf(LineId line) {
        quietDown();
        return topics.on(Topics.ESCALATIONS, "patient-of-" + line).stream()
                .map(event -> event.payload().getClass().getSimpleName())
                .toList();
    }

    int audited(String what, String about) {
        return service.getBean(JdbcClient.class)
                .sql("SELECT count(*) FROM audit_entry WHERE what = :what AND about = :about")
                .param("what", what)
                .param("about", about)
                .query(Integer.class)
                .single();
    }

    String text(String sql) {
        return service.getBean(JdbcClient.class).sql(sql).query(String.class).single();
    }

    int count(String sql) {
        return service.getBean(JdbcClient.class).sql(sql).query(Integer.class).single();
    }

    void change(String sql) {
        service.getBean(JdbcClient.class).sql(sql).update();
    }

    Colleague as(String staffId) {
        return new Colleague(staffId);
    }

    record Answer(int status, String body) {}

    /** Somebody with a browser. */
    final class Colleague {
        private final String staffId;

        private Colleague(String staffId) {
            this.staffId = staffId;
        }

        Answer get(String path) {
            return send(request(path).GET());
        }

        Answer post(String path, String json) {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json)));
        }

        Answer put(String path, String json) {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(json)));
        }

        Map<String, Object> one(String path) {
            var answer = get(path);
            assertThat(answer.status()).isEqualTo(200);
            return JSON.readValue(answer.body(), new TypeReference<Map<String, Object>>() {});
        }

        Answer delete(String path) {
            return send(request(path).DELETE());
        }

        List<Map<String, Object>> list(String path) {
            var answer = get(path);
            assertThat(answer.status()).isEqualTo(200);
            return JSON.readValue(answer.body(), new TypeReference<List<Map<String, Object>>>() {});
        }

        private HttpRequest.Builder request(String path) {
            var port = service.getEnvironment().getRequiredProperty("local.server.port");
            var roles = ROLES.getOrDefault(staffId, new Role[0]);
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Authorization", "Bearer " + Tokens.ofStaff(staffId, "escalation", roles));
        }

        private Answer send(HttpRequest.Builder request) {
            try {
                var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while asking the service", e);
            }
        }
    }
}
