package aftercare.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.access.Role;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.Received;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Event;
import aftercare.schemas.HoldId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.SiteId;
import aftercare.schemas.StaffId;
import aftercare.schemas.Topics;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.PatientChanged;
import aftercare.schemas.clinic.Provenance;
import aftercare.schemas.escalation.HoldPlaced;
import aftercare.schemas.escalation.HoldScope;
import aftercare.schemas.journeys.CheckInMissed;
import aftercare.schemas.journeys.LowMoodFound;
import aftercare.schemas.journeys.RequestRaised;
import aftercare.schemas.journeys.StaffNeeded;
import aftercare.schemas.messaging.AnswerForm;
import aftercare.schemas.messaging.ConsentChannel;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.MessageSent;
import aftercare.schemas.messaging.MessageSkipped;
import aftercare.schemas.messaging.OptedIn;
import aftercare.schemas.messaging.Question;
import aftercare.schemas.messaging.SkipReason;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Questions as they are asked, answered, left unanswered and asked again. Each test has a patient and a day of its own. */
@SpringBootTest(
        classes = JourneysApplication.class,
        properties = "spring.config.name=journeys",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Backing.class)
class CheckInsIT {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicBoolean COVERED = new AtomicBoolean(true);
    private static final HttpServer ESCALATION = escalation();

    @Autowired
    ApplicationContext service;

    @Autowired
    ClinicClock clock;

    @Autowired
    Sealer sealer;

    @Autowired
    JdbcClient jdbc;

    private final TestTopics topics = TestTopics.open();
    private final PatientId patient = new PatientId("p-" + UUID.randomUUID());
    private final LineId line = LineId.random();
    private String shipped = "";
    private Instant noon = Instant.EPOCH;

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

    @Test
    void a_questionnaire_is_asked_item_by_item_and_scored_when_every_item_is_answered() {
        agreeTo(question("Q9", "PT30M", "form: INSTRUMENT, instrument: PHQ9, answerWithin: PT3H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        var first = awaitRequested("Q9", 1);
        assertThat(text(first)).contains("1/9 Little interest or pleasure in doing things. 0 Not at all");
        assertThat(first.payload().window().closesAt()).isBefore(noon.plus(Duration.ofMinutes(62)));
        sent(first);

        var asked = first;
        for (int item = 1; item <= 9; item++) {
            var question = Objects.requireNonNull(asked.payload().question());
            assertThat(question.form()).isEqualTo(AnswerForm.NUMBER);
            assertThat(question.max()).isEqualTo(3);
            assertThat(question.asksAboutRisk()).isEqualTo(item == 9);
            var reply = answer(question, item == 9 ? "0" : "2");
            if (item < 9) {
                asked = awaitRequested("Q9", item + 1);
                assertThat(asked.payload().answersReplyId()).isEqualTo(reply);
                assertThat(text(asked)).startsWith((item + 1) + "/9 ").contains("988");
            }
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scores())
                        .contains("\"scale\":\"PHQ9\"", "\"value\":16", "\"band\":\"moderately severe\"")
                        .contains("44261-6", "44260-8", "LA6570-1", "\"state\":\"SCORED\"", "phq-9/1999/us"));
        assertThat(requested("Q9")).hasSize(9);
        assertThat(jdbc.sql("SELECT value FROM score WHERE patient_id = :id")
                        .param("id", patient.value())
                        .query(String.class)
                        .single())
                .hasSizeGreaterThan(20);
    }

    @Test
    void a_reply_that_is_not_routine_ends_it_and_nothing_more_is_asked() {
        agreeTo(question("Q9", "PT30M", "form: INSTRUMENT, instrument: PHQ9, answerWithin: PT3H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        var first = awaitRequested("Q9", 1);
        sent(first);

        verdict(Level.CRISIS, null, List.of("risk-answer"), first.payload().question(), "1");
        awaitStopped("CRISIS");
        TestClocks.forwardTo(service, noon.plus(Duration.ofHours(6)));
        awaitQuiet();

        assertThat(requested("Q9")).hasSize(1);
        assertThat(topics.facts(StaffNeeded.class, patient.value())).isEmpty();
        assertThat(scores()).doesNotContain("\"scale\"");
    }

    @Test
    void a_hold_ends_it_too() {
        agreeTo(question("Q9", "PT30M", "form: INSTRUMENT, instrument: PHQ9, answerWithin: PT3H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        sent(awaitRequested("Q9", 1));

        publish(new HoldPlaced(
                new HoldId(UUID.randomUUID()),
                line,
                List.of(patient),
                null,
                HoldScope.ALL,
                null,
                new StaffId("rosa"),
                "spoke with them",
                clock.instant()));

        awaitStopped("HELD");
    }

    @Test
    void the_question_about_risk_left_unanswered_is_a_task_for_today() {
        agreeTo(question("Q9", "PT30M", "form: INSTRUMENT, instrument: PHQ9, answerWithin: PT3H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        var asked = awaitRequested("Q9", 1);
        sent(asked);
        for (int item = 1; item < 9; item++) {
            answer(Objects.requireNonNull(asked.payload().question()), "0");
            asked = awaitRequested("Q9", item + 1);
        }

        TestClocks.forwardTo(service, noon.plus(Duration.ofHours(5)));

        assertThat(topics.await(StaffNeeded.class, patient.value()).reason()).isEqualTo("RISK_ITEM_UNANSWERED");
        awaitStopped("NOT_IN_TIME");
    }

    @Test
    void nothing_that_asks_about_risk_goes_out_while_nobody_is_surely_on_call() {
        COVERED.set(false);
        agreeTo(question("Q9", "PT30M", "form: INSTRUMENT, instrument: PHQ9, answerWithin: PT3H"));

        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));

        var needed = topics.await(StaffNeeded.class, patient.value());
        assertThat(needed.reason()).isEqualTo("NO_ONE_ON_CALL");
        assertThat(needed.touchpoint()).isEqualTo("Q9");
        awaitQuiet();
        assertThat(requested("Q9")).isEmpty();
        assertThat(get("/v1/patients/" + patient + "/plan", Role.STAFF)).contains("NO_ONE_ON_CALL");
        assertThat(topics.facts(StaffNeeded.class, patient.value())).hasSize(1);
    }

    @Test
    void one_that_asks_nothing_about_risk_asks_nobody() {
        COVERED.set(false);
        agreeTo(question("Q2", "PT30M", "form: INSTRUMENT, instrument: PHQ2, answerWithin: PT20H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        var first = awaitRequested("Q2", 1);
        sent(first);

        answer(Objects.requireNonNull(first.payload().question()), "2");
        answer(Objects.requireNonNull(awaitRequested("Q2", 2).payload().question()), "1");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(scores()).contains("\"value\":3", "\"band\":\"at or above the cut-off\""));
    }

    @Test
    void a_mood_that_fell_is_told_once_and_stands_on_the_list() {
        agreeTo(
                question("M1", "PT30M", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H"),
                question("M2", "PT24H", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        var first = awaitRequested("M1", 1);
        sent(first);
        answer(Objects.requireNonNull(first.payload().question()), "9");
        TestClocks.forwardTo(service, noon.plus(Duration.ofHours(25)));
        var second = awaitRequested("M2", 1);
        sent(second);

        answer(Objects.requireNonNull(second.payload().question()), "4");

        assertThat(topics.await(LowMoodFound.class, patient.value()).rules()).containsExactly("MOOD_DROP");
        assertThat(get("/v1/patient-lists/fallen?limit=200", Role.STAFF)).contains(patient.value(), "MOOD_DROP");
        assertThat(get("/v1/patients/" + patient + "/text-reasons", Role.STAFF))
                .contains("\"kind\":\"PLANNED\"", "\"touchpoint\":\"M1\"");
    }

    @Test
    void a_low_mood_that_is_a_concern_is_kept_and_told_by_its_concern_alone() {
        agreeTo(question("M1", "PT30M", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        var asked = awaitRequested("M1", 1);
        sent(asked);

        verdict(Level.CONCERN, null, List.of("low-mood"), asked.payload().question(), "2");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scores()).contains("\"value\":2"));
        assertThat(topics.facts(LowMoodFound.class, patient.value())).isEmpty();
        assertThat(get("/v1/patient-lists/fallen?limit=200", Role.STAFF)).contains(patient.value());
    }

    @Test
    void an_unclear_answer_is_asked_for_once_more_and_then_the_front_desk_has_it() {
        agreeTo(question("M1", "PT30M", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        sent(awaitRequested("M1", 1));

        verdict(Level.ROUTINE, Ending.COURTESY, List.of("courtesy"), null, null);
        var again = awaitRequested("M1", 2);
        assertThat(text(again)).contains("one number from 0 to 10").contains("988");
        assertThat(Objects.requireNonNull(again.payload().question()).max()).isEqualTo(10);
        assertThat(topics.facts(RequestRaised.class, patient.value())).isEmpty();

        verdict(Level.ROUTINE, Ending.COURTESY, List.of("courtesy"), null, null);
        assertThat(topics.await(RequestRaised.class, patient.value()).topic()).isEqualTo("UNCLEAR_ANSWER");
        assertThat(requested("M1")).hasSize(2);
    }

    @Test
    void an_answer_to_the_question_asked_again_counts() {
        agreeTo(question("M1", "PT30M", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        sent(awaitRequested("M1", 1));
        verdict(Level.ROUTINE, Ending.COURTESY, List.of("courtesy"), null, null);

        answer(Objects.requireNonNull(awaitRequested("M1", 2).payload().question()), "6");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scores()).contains("\"value\":6"));
        assertThat(topics.facts(RequestRaised.class, patient.value())).isEmpty();
    }

    @Test
    void silence_is_a_task_after_a_low_score_and_a_note_otherwise() {
        agreeTo(
                question("M1", "PT30M", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H"),
                question("M2", "PT24H", "form: NUMBER, min: 0, max: 10, answerWithin: PT20H")
                        + "    silence: {by: \"20:00\", then: NOTE}\n");
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(31)));
        var first = awaitRequested("M1", 1);
        sent(first);
        answer(Objects.requireNonNull(first.payload().question()), "3");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scores()).contains("\"value\":3"));
        TestClocks.forwardTo(service, noon.plus(Duration.ofHours(25)));
        sent(awaitRequested("M2", 1));

        TestClocks.forwardTo(service, noon.plus(Duration.ofHours(33)));

        assertThat(topics.await(CheckInMissed.class, patient.value()).touchpoint())
                .isEqualTo("M2");
        assertThat(get("/v1/patient-lists/silent?limit=200", Role.STAFF)).contains(patient.value());
    }

    @Test
    void a_fixed_text_answers_once_a_day_and_then_a_human_does() {
        assertThat(put("/v1/fixed-answers/ADDRESS", fixed("{clinic} is at 12 Harbor Street."), Role.ADMIN))
                .startsWith("204");
        assertThat(put("/v1/fixed-answers/ADDRESS", fixed("Ketamine is at 12 Harbor Street."), Role.ADMIN))
                .startsWith("422")
                .contains("lock screen");
        assertThat(put("/v1/fixed-answers/ADDRESS", fixed("x"), Role.STAFF)).startsWith("403");
        agreeTo();

        var reply = verdict(Level.ROUTINE, Ending.REQUEST, List.of("request", "address"), null, null);

        var said = awaitRequested("ADDRESS", 1);
        assertThat(text(said)).isEqualTo("Harbor Clinic is at 12 Harbor Street.");
        assertThat(said.payload().answersReplyId()).isEqualTo(reply);
        assertThat(topics.await(RequestRaised.class, patient.value()).answeredBy())
                .isEqualTo(new StaffId("ada"));

        verdict(Level.ROUTINE, Ending.REQUEST, List.of("request", "address"), null, null);
        verdict(Level.ROUTINE, Ending.REQUEST, List.of("request", "address", "billing"), null, null);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.facts(RequestRaised.class, patient.value()))
                        .hasSize(3));
        assertThat(topics.facts(RequestRaised.class, patient.value()))
                .filteredOn(raised -> raised.answeredBy() == null)
                .hasSize(2);
        assertThat(requested("ADDRESS")).hasSize(1);

        publish(new MessageSkipped(said.payload().messageId(), patient, SkipReason.HELD, clock.instant()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.facts(RequestRaised.class, patient.value()))
                        .filteredOn(raised ->
                                raised.answeredBy() == null && raised.replyId().equals(reply))
                        .hasSize(1));
    }

    private static String fixed(String words) {
        return "{\"en\":\"" + words + "\",\"es\":\"{clinic} esta en 12 Harbor Street.\",\"enabled\":true}";
    }

    private static String question(String code, String offset, String asks) {
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
    private void agreeTo(String... questions) {
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

    private UUID publish(Event event) {
        return topics.publish(patient.value(), clock.instant(), event);
    }

    private void sent(Received<MessageRequested> request) {
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

    private ReplyId answer(Question question, String value) {
        return verdict(Level.ROUTINE, Ending.ANSWER, List.of("answer"), question, value);
    }

    private ReplyId verdict(
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

    private List<Received<MessageRequested>> requested(String touchpoint) {
        return topics.on(Topics.REQUESTS, patient.value()).stream()
                .flatMap(event -> event.payload() instanceof MessageRequested request
                                && request.touchpoint().equals(touchpoint)
                        ? Stream.of(new Received<>(event.id(), event.key(), event.time(), request))
                        : Stream.empty())
                .toList();
    }

    private Received<MessageRequested> awaitRequested(String touchpoint, int times) {
        return await("request " + times + " of " + touchpoint)
                .atMost(PATIENCE)
                .until(() -> requested(touchpoint), found -> found.size() >= times)
                .get(times - 1);
    }

    private String text(Received<MessageRequested> request) {
        return sealer.open(request.payload().text(), request.id(), "text");
    }

    private void awaitStopped(String reason) {
        await("stopped for " + reason)
                .atMost(PATIENCE)
                .until(() -> jdbc.sql("SELECT reason FROM questionnaire WHERE patient_id = :id AND state = 'STOPPED'")
                        .param("id", patient.value())
                        .query(String.class)
                        .list()
                        .contains(reason));
    }

    private void awaitQuiet() {
        await("quiet")
                .atMost(PATIENCE)
                .until(() -> jdbc.sql("SELECT count(*) FROM patient WHERE due_at <= :now")
                                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private String scores() {
        return get("/v1/patients/" + patient + "/scores", Role.STAFF);
    }

    private String put(String path, String body, Role role) {
        return http().put()
                .uri(path)
                .header("Authorization", "Bearer " + Tokens.ofStaff("ada", "journeys", role))
                .header("Content-Type", path.contains("journeys") ? "application/yaml" : "application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .exchange((request, response) -> response.getStatusCode().value() + " "
                        + new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private String get(String path, Role role) {
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
