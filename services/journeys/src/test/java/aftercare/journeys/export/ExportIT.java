package aftercare.journeys.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.journeys.JourneysApplication;
import aftercare.journeys.fhir.HapiValidator;
import aftercare.journeys.scores.Scale;
import aftercare.journeys.scores.Score;
import aftercare.journeys.scores.Scores;
import aftercare.platform.access.Role;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Event;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.SiteId;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.PatientChanged;
import aftercare.schemas.clinic.Provenance;
import aftercare.schemas.messaging.ConsentChannel;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.MessageSent;
import aftercare.schemas.messaging.OptedIn;
import aftercare.testkit.Backing;
import aftercare.testkit.TestClocks;
import aftercare.testkit.TestTopics;
import aftercare.testkit.Tokens;
import ca.uhn.fhir.context.FhirContext;
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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/** The door of the export, with messaging's answers over HTTP. Each test has a patient of its own. */
@SpringBootTest(
        classes = JourneysApplication.class,
        properties = "spring.config.name=journeys",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Backing.class)
class ExportIT {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final HttpServer MESSAGING = messaging();

    @Autowired
    ApplicationContext service;

    @Autowired
    ClinicClock clock;

    @Autowired
    Sealer sealer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Scores scores;

    @Autowired
    TransactionTemplate transaction;

    private final TestTopics topics = TestTopics.open();
    private final PatientId patient = new PatientId("p-" + UUID.randomUUID());
    private final LineId line = LineId.random();
    private final UUID reply = UUID.randomUUID();
    private Instant noon = Instant.EPOCH;

    @DynamicPropertySource
    static void messaging(DynamicPropertyRegistry properties) {
        properties.add(
                "aftercare.services.messaging",
                () -> "http://127.0.0.1:" + MESSAGING.getAddress().getPort());
    }

    /** What it was not told to answer it does not know; what it was told to break it does not answer. */
    private static HttpServer messaging() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/patients/", exchange -> {
                ASKED.add(claims(exchange.getRequestHeaders().getFirst("Authorization")));
                var answer = ANSWERS.get(exchange.getRequestURI().getPath());
                var body = Objects.requireNonNullElse(answer, "{}").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(
                        answer == null ? 404 : answer.isEmpty() ? 500 : 200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String claims(String bearer) {
        return new String(Base64.getUrlDecoder().decode(bearer.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    @BeforeEach
    void begin_at_noon_of_the_next_day() {
        noon = clock.instant().atZone(NEW_YORK).plusDays(1).with(LocalTime.NOON).toInstant();
        TestClocks.forwardTo(service, noon);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void a_patient_goes_out_whole_and_valid_and_who_took_it_is_written_down() {
        var message = welcomed();
        answered(message);
        messagingKnows(message);

        var answer = export(Role.CLINICIAN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).startsWith("application/fhir+json");
        assertThat(answer.disposition()).isEqualTo("attachment; filename=\"patient-" + patient + ".fhir.json\"");
        assertThat(HapiValidator.errors(answer.body())).isEmpty();
        var bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, answer.body());
        var person = all(bundle, Patient.class).getFirst();
        assertThat(person.getNameFirstRep().getText()).isEqualTo("Jo Doe");
        assertThat(person.getCommunicationFirstRep()
                        .getLanguage()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("es");
        var welcome = all(bundle, CommunicationRequest.class).stream()
                .filter(request -> request.getCategoryFirstRep()
                        .getCodingFirstRep()
                        .getCode()
                        .equals("T01"))
                .findFirst()
                .orElseThrow();
        assertThat(welcome.getStatus().toCode()).isEqualTo("completed");
        assertThat(welcome.getOccurrencePeriod().getStartElement().getValueAsString())
                .matches(".*-0[45]:00");
        var said = all(bundle, Communication.class);
        assertThat(said).hasSize(2);
        assertThat(said.getFirst().getBasedOnFirstRep().getReference()).endsWith(welcome.getIdPart());
        assertThat(said.getLast().getInResponseToFirstRep().getReference()).endsWith(message.toString());
        var response = all(bundle, QuestionnaireResponse.class).getFirst();
        assertThat(response.getItemFirstRep().getLinkId()).isEqualTo("/44250-9");
        assertThat(response.getItemFirstRep().getText()).contains("interés");
        assertThat(all(bundle, Observation.class))
                .extracting(
                        observation -> observation.getCode().getCodingFirstRep().getCode())
                .containsExactly("mood-0-10");

        assertThat(audited()).containsExactly("ada");
        assertThat(ASKED.getLast()).contains("\"ada\"", "CLINICIAN");
    }

    @Test
    void without_messaging_there_is_no_half_of_a_patient() {
        var message = welcomed();
        messagingKnows(message);
        ANSWERS.put("/v1/patients/" + patient + "/timeline", "");

        var answer = export(Role.STAFF);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body())
                .contains("urn:aftercare:problem:texts-not-known", "messaging", "Nothing was exported")
                .doesNotContain("Bundle", "Jo Doe");
        assertThat(audited()).isEmpty();
    }

    @Test
    void whom_nobody_knows_is_not_found() {
        var answer = export(Role.STAFF);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("urn:aftercare:problem:unknown-patient");
    }

    @Test
    void an_admin_gets_no_patient() {
        messagingKnows(UUID.randomUUID());

        assertThat(export(Role.ADMIN).status()).isEqualTo(403);
        assertThat(audited()).isEmpty();
    }

    /** The opt-in text was sent. */
    private UUID welcomed() {
        publish(new PatientChanged(
                patient,
                sealer.seal("Jo Doe", UUID.randomUUID(), "name"),
                List.of(),
                "es",
                NEW_YORK,
                new SiteId("main"),
                null,
                null,
                null,
                new Provenance("ehr", "Patient/" + patient, "1", noon, noon, noon),
                null));
        publish(new OptedIn(patient, line, ContentLevel.DISCREET, ConsentChannel.OFFER, noon));
        topics.await(MessageRequested.class, patient.value());
        var message =
                topics.facts(MessageRequested.class, patient.value()).getFirst().messageId();
        publish(new MessageSent(message, patient, line, "SM1", clock.instant()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("SELECT state FROM touchpoint WHERE patient_id = :id AND touchpoint = 'T01'")
                        .param("id", patient.value())
                        .query(String.class)
                        .single()
                        .equals("SENT"));
        return message.value();
    }

    /** As if the text had asked: a PHQ-2 with one item answered, and a mood. */
    private void answered(UUID message) {
        var question = UUID.randomUUID();
        var answer = UUID.randomUUID();
        jdbc.sql("UPDATE request SET question_id = :question WHERE message_id = :message")
                .param("question", question)
                .param("message", message)
                .update();
        jdbc.sql("""
                        INSERT INTO questionnaire (id, patient_id, touchpoint_id, touchpoint, instrument, wording, language, began_at,
                                                   expires_at, item, state, reason, ended_at)
                        SELECT message_id, patient_id, touchpoint_id, 'T01', 'PHQ2', 'phq-2/1999/us', 'es', :now, :now, 2, 'STOPPED',
                               'NOT_IN_TIME', :now
                          FROM request WHERE message_id = :message
                        """)
                .param("now", noon.atOffset(ZoneOffset.UTC))
                .param("message", message)
                .update();
        jdbc.sql("""
                        INSERT INTO answer (id, patient_id, reply_id, question_id, touchpoint, value, questionnaire_id, item, wording,
                                            scored_by, answered_at)
                        VALUES (:id, :patient, :reply, :question, 'T01', :value, :message, 1, 'phq-2/1999/us', 'machine:journeys', :now)
                        """)
                .param("id", answer)
                .param("patient", patient.value())
                .param("reply", reply)
                .param("question", question)
                .param("value", sealer.seal("2", answer, "value").sealed())
                .param("message", message)
                .param("now", noon.atOffset(ZoneOffset.UTC))
                .update();
        transaction.executeWithoutResult(status -> scores.add(
                patient, new Score(Scale.MOOD, 7, noon), "T11", null, null, "machine:journeys", new ReplyId(reply)));
    }

    private void messagingKnows(UUID message) {
        ANSWERS.put("/v1/patients/" + patient, """
                {"patientId":"%s","name":"Jo Doe","number":"+12025550123","numbers":["+12025550123"],"language":"es",
                 "zone":"America/New_York","optedOut":false,"consent":"GRANTED","lineId":"%s","secondContact":null}
                """.formatted(patient, line));
        ANSWERS.put("/v1/patients/" + patient + "/timeline", """
                [{"id":"%s","kind":"CONSENT","at":"2026-03-02T15:00:00Z","status":"GRANT","text":"at the desk","shared":false},
                 {"id":"%s","kind":"TEXT","at":"2026-03-02T15:00:00Z","from":"CLINIC","text":"Bienvenido","status":"SENT",
                  "touchpoint":"T01","shared":false},
                 {"id":"%s","kind":"TEXT","at":"2026-03-02T15:05:00.123456Z","from":"PATIENT","text":"2","status":"RECEIVED",
                  "level":"ROUTINE","shared":false}]
                """.formatted(UUID.randomUUID(), message, reply));
    }

    private void publish(Event event) {
        topics.publish(patient.value(), clock.instant(), event);
    }

    private List<@Nullable String> audited() {
        return jdbc.sql("SELECT who FROM audit_entry WHERE what = 'PatientExported' AND about = :about")
                .param("about", "patient/" + patient)
                .query(String.class)
                .list();
    }

    private static <T extends Resource> List<T> all(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private record Got(int status, String type, String disposition, String body) {}

    private Got export(Role role) {
        return Objects.requireNonNull(RestClient.create(
                        "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"))
                .get()
                .uri("/v1/patients/{id}/fhir", patient.value())
                .header("Authorization", "Bearer " + Tokens.ofStaff("ada", "journeys", role))
                .exchange((request, response) -> new Got(
                        response.getStatusCode().value(),
                        String.valueOf(response.getHeaders().getContentType()),
                        Objects.requireNonNullElse(response.getHeaders().getFirst("Content-Disposition"), ""),
                        new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8))));
    }
}
