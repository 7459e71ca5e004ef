package aftercare.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.access.Role;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.Received;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.Event;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.SiteId;
import aftercare.schemas.Topics;
import aftercare.schemas.clinic.Appointment;
import aftercare.schemas.clinic.AppointmentBooked;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.PatientChanged;
import aftercare.schemas.clinic.Provenance;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import aftercare.schemas.messaging.ConsentChannel;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.MessageSent;
import aftercare.schemas.messaging.OptedIn;
import aftercare.testkit.Backing;
import aftercare.testkit.TestClocks;
import aftercare.testkit.TestTopics;
import aftercare.testkit.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A clinic around the service: charts and messaging speak through a real broker, escalation over HTTP. Each test begins at noon of a day of its own. */
@SpringBootTest(
        classes = JourneysApplication.class,
        properties = "spring.config.name=journeys",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Backing.class)
abstract class Scene {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String JOURNEY = "/v1/journeys/default";
    static final FakeEscalation ESCALATION = new FakeEscalation();

    @Autowired
    ApplicationContext service;

    @Autowired
    ClinicClock clock;

    @Autowired
    Sealer sealer;

    @Autowired
    JdbcClient jdbc;

    final TestTopics topics = TestTopics.open();
    Instant noon = Instant.EPOCH;
    private @Nullable String shipped;

    @DynamicPropertySource
    static void escalation(DynamicPropertyRegistry properties) {
        properties.add("aftercare.services.escalation", ESCALATION::url);
    }

    @BeforeEach
    void begin_at_noon_of_the_next_day() {
        ESCALATION.reset();
        noon = clock.instant().atZone(NEW_YORK).plusDays(1).with(LocalTime.NOON).toInstant();
        TestClocks.forwardTo(service, noon);
    }

    @AfterEach
    void as_it_was() {
        if (shipped != null) {
            publishJourney(shipped);
        }
        topics.close();
    }

    /** A patient with a line and a visit of their own. */
    record Somebody(PatientId id, LineId line, AppointmentId visit) {
        static Somebody once() {
            return new Somebody(
                    new PatientId("p-" + UUID.randomUUID()),
                    LineId.random(),
                    new AppointmentId("a-" + UUID.randomUUID()));
        }

        @Override
        public String toString() {
            return id.toString();
        }
    }

    record Response(int status, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /** So many days after the test's first, at this time. */
    Instant local(int days, int hour, int minute) {
        return noon.atZone(NEW_YORK)
                .plusDays(days)
                .with(LocalTime.of(hour, minute))
                .toInstant();
    }

    /** Somebody who agreed to texts, and got the first. */
    Somebody enrolled() {
        var patient = Somebody.once();
        consents(patient);
        sent(patient, awaitRequested(patient, "T01"));
        return patient;
    }

    void consents(Somebody patient) {
        publish(
                patient,
                new PatientChanged(
                        patient.id(),
                        sealer.seal("Jo Doe", UUID.randomUUID(), "name"),
                        List.of(),
                        "en",
                        NEW_YORK,
                        new SiteId("main"),
                        null,
                        null,
                        null,
                        provenance(patient, "Patient", 1),
                        null));
        publish(patient, new OptedIn(patient.id(), patient.line(), ContentLevel.DISCREET, ConsentChannel.OFFER, noon));
    }

    void book(Somebody patient, Instant start) {
        publish(
                patient,
                new AppointmentBooked(
                        new Appointment(
                                patient.visit(),
                                patient.id(),
                                VisitKind.SESSION,
                                Route.IV,
                                null,
                                null,
                                start,
                                start.plus(Duration.ofHours(1)),
                                NEW_YORK,
                                new SiteId("main")),
                        provenance(patient, "Appointment", 1)));
    }

    Provenance provenance(Somebody patient, String record, int version) {
        var now = clock.instant();
        return new Provenance("ehr", record + "/" + patient.visit(), String.valueOf(version), now, now, now);
    }

    UUID publish(Somebody patient, Event event) {
        return topics.publish(patient.id().value(), clock.instant(), event);
    }

    void sent(Somebody patient, Received<MessageRequested> request) {
        publish(
                patient,
                new MessageSent(request.payload().messageId(), patient.id(), patient.line(), "SM1", clock.instant()));
        awaitPlan(patient, request.payload().touchpoint(), "SENT");
    }

    List<Received<MessageRequested>> requested(Somebody patient, String touchpoint) {
        return topics.on(Topics.REQUESTS, patient.id().value()).stream()
                .flatMap(event -> event.payload() instanceof MessageRequested request
                                && request.touchpoint().equals(touchpoint)
                        ? Stream.of(new Received<>(event.id(), event.key(), event.time(), request))
                        : Stream.empty())
                .toList();
    }

    Received<MessageRequested> awaitRequested(Somebody patient, String touchpoint) {
        return awaitRequested(patient, touchpoint, 1);
    }

    Received<MessageRequested> awaitRequested(Somebody patient, String touchpoint, int times) {
        return await("request " + times + " of " + touchpoint)
                .atMost(PATIENCE)
                .until(() -> requested(patient, touchpoint), found -> found.size() >= times)
                .get(times - 1);
    }

    /** How often messaging was ever asked for a touchpoint, whether it has heard of it yet or not. */
    int timesAsked(Somebody patient, String touchpoint) {
        return jdbc.sql("""
                        SELECT count(*) FROM request r JOIN touchpoint t ON t.id = r.touchpoint_id
                         WHERE r.patient_id = :id AND t.touchpoint = :touchpoint
                        """)
                .param("id", patient.id().value())
                .param("touchpoint", touchpoint)
                .query(Integer.class)
                .single();
    }

    /** The patient's plan, as staff see it. */
    List<JsonNode> plan(Somebody patient) {
        var plan = call(HttpMethod.GET, "/v1/patients/" + patient + "/plan", null, Role.STAFF);
        assertThat(plan.status()).isEqualTo(200);
        return StreamSupport.stream(plan.json().spliterator(), false).toList();
    }

    /** A touchpoint's entries in the plan, without those that remind of it. */
    private Stream<JsonNode> entries(Somebody patient, String touchpoint) {
        return plan(patient).stream()
                .filter(entry -> entry.path("touchpoint").asString("").equals(touchpoint))
                .filter(entry -> entry.path("reminderOf").isNull());
    }

    /** Where a touchpoint stands, such as {@code WITHDRAWN PAUSED}; of several the last. */
    String stands(Somebody patient, String touchpoint) {
        return entries(patient, touchpoint)
                .map(entry -> entry.path("state").asString("") + " "
                        + entry.path("reason").asString(""))
                .map(String::strip)
                .reduce("nowhere", (earlier, later) -> later);
    }

    /** From when on a touchpoint may go, by the plan. */
    Instant opensAt(Somebody patient, String touchpoint) {
        return entries(patient, touchpoint)
                .map(entry -> Instant.parse(entry.path("opensAt").asString("")))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    void awaitPlan(Somebody patient, String touchpoint, String expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(stands(patient, touchpoint)).as(touchpoint).isEqualTo(expected));
    }

    /** Until nothing is due and every plan is of the journey in force. */
    void awaitQuiet() {
        await("quiet")
                .atMost(PATIENCE)
                .until(() -> jdbc.sql("SELECT count(*) FROM patient WHERE due_at <= :now OR planned_version < ("
                                        + "SELECT version FROM journey_version WHERE state = 'PUBLISHED')")
                                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    int count(String what) {
        return jdbc.sql("SELECT count(*) FROM " + what).query(Integer.class).single();
    }

    /** Puts a journey of these touchpoints and the opt-in text in force, for as long as the test runs. */
    void follow(String settings, String... touchpoints) {
        shipped = journeyInForce();
        publishJourney("""
                journey: default
                settle: PT10M
                dischargeAfterEnd: PT2H
                dischargeAfterStart: PT3H
                %s
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
                      en: "{clinic}: texts about your visits, up to 12 a week. Rates may apply. HELP for help, STOP to end. Crisis: 988. Emergency: 911."
                """.formatted(settings) + String.join("", touchpoints));
    }

    /** @param more one further line of its own, such as what it asks */
    static String touchpoint(String id, String offset, String more) {
        return """
                  - id: %s
                    name: Touchpoint %s
                    purpose: CHECK_IN
                    priority: 50
                    anchor: CONSENT
                    offset: %s
                    window: 09:00-18:00
                    oncePer: PATIENT
                    text:
                      en: "{clinic}: how are you? Not monitored 24/7. Crisis: 988. Emergency: 911."
                      es: "{clinic}: como esta? No vigilado 24/7. Crisis: 988. Emergencia: 911."
                    %s
                """.formatted(id, id, offset, more);
    }

    /** Puts a journey in force; a clinician has read its words. */
    void publishJourney(String yaml) {
        var answer = call(HttpMethod.PUT, JOURNEY, yaml, Role.ADMIN);
        if (answer.status() == 409) {
            approve(answer);
            answer = call(HttpMethod.PUT, JOURNEY, yaml, Role.ADMIN);
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void approve(Response refusal) {
        refusal.json()
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

    String journeyInForce() {
        return call(HttpMethod.GET, JOURNEY, null, Role.ADMIN).body();
    }

    /** In the name of Ada, with these roles; without any she has no token either. */
    Response call(HttpMethod method, String path, @Nullable String body, Role... roles) {
        var request = RestClient.create(
                        "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"))
                .method(method)
                .uri(path);
        if (roles.length > 0) {
            request.header("Authorization", "Bearer " + Tokens.ofStaff("ada", "journeys", roles));
        }
        if (body != null) {
            request.header("Content-Type", path.equals(JOURNEY) ? "application/yaml" : "application/json")
                    .body(body.getBytes(StandardCharsets.UTF_8));
        }
        return request.exchange((sent, response) -> new Response(
                response.getStatusCode().value(),
                new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }
}
