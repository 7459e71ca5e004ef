package aftercare.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.access.Role;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.Received;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Event;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.SiteId;
import aftercare.schemas.Topics;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.PatientChanged;
import aftercare.schemas.clinic.Provenance;
import aftercare.schemas.messaging.ConsentChannel;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.MessageSent;
import aftercare.schemas.messaging.OptedIn;
import aftercare.schemas.messaging.Question;
import aftercare.schemas.screening.Answer;
import aftercare.schemas.screening.Ending;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import aftercare.schemas.screening.Urgency;
import aftercare.schemas.screening.Versions;
import aftercare.testkit.Backing;
import aftercare.testkit.TestClocks;
import aftercare.testkit.TestTopics;
import aftercare.testkit.Tokens;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Questions to a patient of its own for each test, on a day of its own, with whoever answers for on-call played here. */
@SpringBootTest(
        classes = JourneysApplication.class,
        properties = "spring.config.name=journeys",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Backing.class)
abstract class Asking {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final AtomicBoolean COVERED = new AtomicBoolean(true);
    private static final HttpServer ESCALATION = escalation();

    @Autowired
    ApplicationContext service;

    @Autowired
    ClinicClock clock;

    @Autowired
    Sealer sealer;

    @Autowired
    JdbcClient jdbc;

    final TestTopics topics = TestTopics.open();
    final PatientId patient = new PatientId("p-" + UUID.randomUUID());
    final LineId line = LineId.random();
    private String shipped = "";
    Instant noon = Instant.EPOCH;

    @DynamicPropertySource
    static void escalation(DynamicPropertyRegistry properties) {
        properties.add(
                "aftercare.services.escalation",
                () -> "http://127.0.0.1:" + ESCALATION.getAddress().getPort());
    }

    private static HttpServer escalation() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/on-call/cover", exchange -> {
                var body = ("{\"staffed\":true,\"onCall\":" + COVERED + ",\"covered\":" + COVERED + "}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void begin_at_noon_of_the_next_day() {
        COVERED.set(true);
        shipped = get("/v1/journeys/default", Role.ADMIN);
        noon = clock.instant().atZone(NEW_YORK).plusDays(1).with(LocalTime.NOON).toInstant();
        TestClocks.forwardTo(service, noon);
    }

    @AfterEach
    void as_it_was() {
        publishJourney(shipped);
        topics.close();
    }

    static String question(String code, String offset, String asks) {
        return """
                  - id: %s
                    name: Question %s
                    purpose: CHECK_IN
                    priority: 50
                    anchor: CONSENT
                    offset: %s
                    window: 09:00-18:00
                    oncePer: PATIENT
                    text:
                      en: "{clinic}: how are you? Not monitored 24/7. Crisis: 988. Emergency: 911."
                      es: "{clinic}: como esta? No vigilado 24/7. Crisis: 988. Emergencia: 911."
                    asks: {%s}
                """.formatted(code, code, offset, asks).indent(0);
    }

    /** A patient who has agreed, in a journey with the opt-in text and these questions. */
    void agreeTo(String... questions) {
        publishJourney("""
                journey: default
                settle: PT10M
                dischargeAfterEnd: PT2H
                dischargeAfterStart: PT3H
                touchpoints:
                  - id: T01
                    name: Opt-in
                    purpose: OPT_IN
                    priority: 100
                    anchor: CONSENT
                    offset: PT0S
                    window: 09:00-20:00
                    oncePer: PATIENT
                    maxAge: P14D
                    text:
                      en: "{clinic}: texts about your visits, up to 12 a week. HELP for help, STOP to end. Crisis: 988. Emergency: 911."
                      es: "{clinic}: mensajes sobre sus visitas, hasta 12 por semana. HELP ayuda, STOP termina. Crisis: 988. Emergencia: 911."
                """ + String.join("", questions));
        publish(new PatientChanged(
                patient,
                sealer.seal("Jo Doe", UUID.randomUUID(), "name"),
                List.of(),
                "en",
                NEW_YORK,
                new SiteId("main"),
                null,
                null,
                null,
                new Provenance("ehr", "Patient/" + patient, "1", noon, noon, noon),
                null));
        publish(new OptedIn(patient, line, ContentLevel.DISCREET, ConsentChannel.OFFER, noon));
        sent(awaitRequested("T01", 1));
    }

    private void publishJourney(String yaml) {
        var answer = put("/v1/journeys/default", yaml, Role.ADMIN);
        if (answer.startsWith("409 ")) {
            approve(answer.substring(4));
            answer = put("/v1/journeys/default", yaml, Role.ADMIN);
        }
        assertThat(answer).startsWith("200");
    }

    /** As a clinician does who has read these words. */
    private void approve(String refusal) {
        JsonMapper.shared()
                .readTree(refusal)
                .get("problems")
                .forEach(words -> jdbc.sql("""
                        INSERT INTO text_approval (journey, text_id, digest, approved_at, approved_by)
                        VALUES ('default', :id, :digest, :now, 'ada') ON CONFLICT DO NOTHING
                        """)
                        .param("id", words.get("id").asString())
                        .param("digest", words.get("digest").asString())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
    }

    UUID publish(Event event) {
        return topics.publish(patient.value(), clock.instant(), event);
    }

    void sent(Received<MessageRequested> request) {
        publish(new MessageSent(request.payload().messageId(), patient, line, "SM1", clock.instant()));
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql(
                                "SELECT state FROM touchpoint WHERE patient_id = :id AND touchpoint = :touchpoint")
                        .param("id", patient.value())
                        .param("touchpoint", request.payload().touchpoint())
                        .query(String.class)
                        .list()
                        .contains("SENT"));
    }

    ReplyId answer(Question question, String value) {
        return verdict(Level.ROUTINE, Ending.ANSWER, List.of("answer"), question, value);
    }

    ReplyId verdict(
            Level level,
            @Nullable Ending ending,
            List<String> categories,
            @Nullable Question question,
            @Nullable String value) {
        var id = UUID.randomUUID();
        var reply = new ReplyId(UUID.randomUUID());
        topics.publish(
                id,
                line.toString(),
                clock.instant(),
                new ReplyScreened(
                        reply,
                        line,
                        List.of(patient),
                        level,
                        level == Level.CONCERN ? Urgency.SOON : null,
                        ending,
                        false,
                        categories,
                        List.of(),
                        List.of(),
                        0,
                        question == null || value == null
                                ? null
                                : new Answer(question.questionId(), sealer.seal(value, id, "answer")),
                        new Versions("test", "test", null),
                        ScreeningPurpose.LIVE,
                        clock.instant()));
        return reply;
    }

    List<Received<MessageRequested>> requested(String touchpoint) {
        return topics.on(Topics.REQUESTS, patient.value()).stream()
                .flatMap(event -> event.payload() instanceof MessageRequested request
                                && request.touchpoint().equals(touchpoint)
                        ? Stream.of(new Received<>(event.id(), event.key(), event.time(), request))
                        : Stream.empty())
                .toList();
    }

    Received<MessageRequested> awaitRequested(String touchpoint, int times) {
        return await("request " + times + " of " + touchpoint)
                .atMost(PATIENCE)
                .until(() -> requested(touchpoint), found -> found.size() >= times)
                .get(times - 1);
    }

    String text(Received<MessageRequested> request) {
        return sealer.open(request.payload().text(), request.id(), "text");
    }

    void awaitStopped(String reason) {
        await("stopped for " + reason)
                .atMost(PATIENCE)
                .until(() -> jdbc.sql("SELECT reason FROM questionnaire WHERE patient_id = :id AND state = 'STOPPED'")
                        .param("id", patient.value())
                        .query(String.class)
                        .list()
                        .contains(reason));
    }

    void awaitQuiet() {
        await("quiet")
                .atMost(PATIENCE)
                .until(() -> jdbc.sql("SELECT count(*) FROM patient WHERE due_at <= :now")
                                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    String scores() {
        return get("/v1/patients/" + patient + "/scores", Role.STAFF);
    }

    String put(String path, String body, Role role) {
        return http().put()
                .uri(path)
                .header("Authorization", "Bearer " + Tokens.ofStaff("ada", "journeys", role))
                .header("Content-Type", path.contains("journeys") ? "application/yaml" : "application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .exchange((request, response) -> response.getStatusCode().value() + " "
                        + new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    String get(String path, Role role) {
        return new String(
                Objects.requireNonNull(http().get()
                        .uri(path)
                        .header("Authorization", "Bearer " + Tokens.ofStaff("ada", "journeys", role))
                        .retrieve()
                        .body(byte[].class)),
                StandardCharsets.UTF_8);
    }

    private RestClient http() {
        return RestClient.create(
                "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
