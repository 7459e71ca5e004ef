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
import aftercare.schemas.ReplyId;
import aftercare.schemas.SiteId;
import aftercare.schemas.StaffId;
import aftercare.schemas.Topics;
import aftercare.schemas.clinic.Appointment;
import aftercare.schemas.clinic.AppointmentBooked;
import aftercare.schemas.clinic.AppointmentCancelled;
import aftercare.schemas.clinic.CheckIn;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.PatientArrived;
import aftercare.schemas.clinic.PatientChanged;
import aftercare.schemas.clinic.Provenance;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.SessionCompleted;
import aftercare.schemas.clinic.VisitKind;
import aftercare.schemas.escalation.HoldReleased;
import aftercare.schemas.journeys.CheckInAnswered;
import aftercare.schemas.journeys.CheckInMissed;
import aftercare.schemas.journeys.Enrolled;
import aftercare.schemas.journeys.RequestRaised;
import aftercare.schemas.journeys.TouchpointPlanned;
import aftercare.schemas.messaging.ConsentChannel;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.MessageSent;
import aftercare.schemas.messaging.MessageSkipped;
import aftercare.schemas.messaging.MessageWithdrawn;
import aftercare.schemas.messaging.OptedIn;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Question;
import aftercare.schemas.messaging.SkipReason;
import aftercare.schemas.screening.Answer;
import aftercare.schemas.screening.Ending;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import aftercare.schemas.screening.Versions;
import aftercare.testkit.Backing;
import aftercare.testkit.TestClocks;
import aftercare.testkit.TestTopics;
import aftercare.testkit.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.client.RestClient;

/** The service between a real broker and a real database. Each test starts at noon of a day of its own. */
@SpringBootTest(
        classes = JourneysApplication.class,
        properties = "spring.config.name=journeys",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Backing.class)
class JourneysIT {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

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
    private final AppointmentId visit = new AppointmentId("a-" + UUID.randomUUID());
    private final LineId line = LineId.random();
    private Instant noon = Instant.EPOCH;

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
    void a_visit_becomes_texts_at_the_right_local_times_and_answers_become_facts() {
        agree();
        assertThat(topics.await(Enrolled.class, patient.value()).version()).isPositive();
        book(local(1, 14, 0));
        awaitPlanned("T06");
        assertThat(requested("T02")).isEmpty();

        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(11)));
        var receipt = awaitRequested("T02");
        assertThat(text(receipt)).contains("Harbor Clinic").contains("2:00 PM");
        assertThat(text(awaitRequested("T06"))).contains("No food after 8:00 AM");

        TestClocks.forwardTo(service, local(1, 15, 20));
        publish(new SessionCompleted(checkIn(local(1, 15, 20)), provenance("Encounter", 3)));
        awaitPlanned("T10");
        TestClocks.forwardTo(service, local(1, 18, 19));
        awaitQuiet();
        assertThat(requested("T10")).isEmpty();
        TestClocks.forwardTo(service, local(1, 18, 20).plusSeconds(1));
        var check = awaitRequested("T10");
        assertThat(check.payload().window().closesAt()).isEqualTo(local(1, 20, 0));
        sent(check);

        var question = Objects.requireNonNull(check.payload().question());
        assertThat(question.choices()).containsExactly("1", "2");
        answer(Level.ROUTINE, Ending.ANSWER, question, "1", ScreeningPurpose.RESCREEN);
        var reply = answer(Level.ROUTINE, Ending.ANSWER, question, "2");
        var answered = awaitFact(CheckInAnswered.class);
        assertThat(sealer.open(answered.payload().value(), answered.id(), "value"))
                .isEqualTo("2");
        assertThat(awaitFact(RequestRaised.class).payload().topic()).isEqualTo("CALL_ME");
        var answering = topics.on(Topics.REQUESTS, patient.value()).stream()
                .map(JourneysIT::asRequest)
                .filter(Objects::nonNull)
                .filter(request -> request.payload().purpose() == Purpose.ANSWER)
                .toList();
        assertThat(answering).singleElement().satisfies(request -> {
            assertThat(request.payload().answersReplyId()).isEqualTo(reply);
            assertThat(text(request)).contains("passed to the team");
        });
        assertThat(get("/v1/patients/" + patient + "/answers", Role.CLINICIAN, Role.STAFF))
                .contains("\"touchpoint\":\"T10\"")
                .contains("\"value\":\"2\"");
        assertThat(jdbc.sql("SELECT value FROM answer WHERE patient_id = :id")
                        .param("id", patient.value())
                        .query(String.class)
                        .single())
                .hasSizeGreaterThan(20);

        TestClocks.forwardTo(service, local(2, 10, 0).plusSeconds(1));
        sent(awaitRequested("T11"));
        TestClocks.forwardTo(service, local(2, 20, 0).plusSeconds(1));
        assertThat(awaitFact(CheckInMissed.class).payload().touchpoint()).isEqualTo("T11");
        awaitQuiet();
        assertThat(topics.facts(CheckInMissed.class, patient.value())).hasSize(1);
        assertThat(topics.facts(RequestRaised.class, patient.value())).hasSize(1);
    }

    @Test
    void without_a_discharge_the_evening_check_goes_by_the_fallback_timer_and_once() {
        agree();
        book(local(1, 14, 0));
        TestClocks.forwardTo(service, local(1, 13, 50));
        publish(new PatientArrived(checkIn(local(1, 13, 50)), provenance("Encounter", 1)));
        awaitPlanned("T10");

        TestClocks.forwardTo(service, local(1, 17, 0).plusSeconds(1));
        sent(awaitRequested("T10"));
        publish(new SessionCompleted(checkIn(local(1, 15, 30)), provenance("Encounter", 3)));
        awaitPlanned("E11");
        TestClocks.forwardTo(service, local(1, 19, 0));
        awaitQuiet();

        assertThat(requested("T10")).hasSize(1);
    }

    @Test
    void a_cancelled_visit_withdraws_what_was_asked_for() {
        agree();
        book(local(1, 14, 0));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(11)));
        var prepare = awaitRequested("T06");

        publish(new AppointmentCancelled(appointment(local(1, 14, 0)), provenance("Appointment", 2)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(topics.facts(MessageWithdrawn.class, patient.value()))
                        .extracting(MessageWithdrawn::messageId)
                        .contains(prepare.payload().messageId()));
        assertThat(get("/v1/patients/" + patient + "/plan", Role.STAFF)).contains("VISIT_CANCELLED");
    }

    @Test
    void a_visit_cancelled_before_it_settled_says_nothing() {
        agree();
        book(local(1, 14, 0));
        awaitPlanned("T02");
        publish(new AppointmentCancelled(appointment(local(1, 14, 0)), provenance("Appointment", 2)));
        awaitState("T02", "WITHDRAWN");

        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(30)));
        awaitQuiet();

        assertThat(requested("T02")).isEmpty();
        assertThat(requested("T06")).isEmpty();
    }

    @Test
    void events_delivered_again_double_nothing() {
        agree();
        var booking = new AppointmentBooked(appointment(local(3, 14, 0)), provenance("Appointment", 1));
        var id = publish(booking);
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(11)));
        var receipt = awaitRequested("T02");
        sent(receipt);
        int planned = topics.facts(TouchpointPlanned.class, patient.value()).size();

        topics.publish(id, patient.value(), clock.instant(), booking);
        publish(booking);
        publish(new AppointmentBooked(appointment(local(3, 14, 0)), provenance("Appointment", 1)));
        sent(receipt);
        publish(marker());
        awaitState("T02", "SENT");
        awaitQuiet();

        assertThat(requested("T02")).hasSize(1);
        assertThat(topics.facts(TouchpointPlanned.class, patient.value())).hasSize(planned);
    }

    @Test
    void nothing_is_said_before_the_opt_in_text() {
        publish(patientChanged());
        publish(new OptedIn(patient, line, ContentLevel.DISCREET, ConsentChannel.OFFER, noon));
        var optIn = awaitRequested("T01");
        book(local(1, 14, 0));
        awaitPlanned("T02");
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(20)));
        awaitQuiet();
        assertThat(requested("T02")).isEmpty();

        sent(optIn);

        assertThat(awaitRequested("T02")).isNotNull();
    }

    @Test
    void a_skipped_text_stays_skipped_with_messagings_reason() {
        agree();
        book(local(1, 14, 0));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(11)));
        var prepare = awaitRequested("T06").payload();

        publish(new MessageSkipped(prepare.messageId(), patient, SkipReason.HELD, clock.instant()));
        awaitState("T06", "SKIPPED");
        awaitQuiet();

        assertThat(requested("T06")).hasSize(1);
        assertThat(get("/v1/patients/" + patient + "/plan", Role.STAFF)).contains("HELD");
    }

    @Test
    void what_staff_cancelled_with_the_hold_is_not_said() {
        agree();
        book(local(3, 14, 0));
        awaitPlanned("T06");

        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(1)));
        publish(new HoldReleased(
                line, List.of(patient), List.of(), null, null, new StaffId("rosa"), true, clock.instant()));
        awaitState("T06", "WITHDRAWN");

        assertThat(get("/v1/patients/" + patient + "/plan", Role.STAFF)).contains("CANCELLED_BY_STAFF");
    }

    @Test
    void a_reply_in_crisis_is_answered_by_no_machine() {
        agree();
        book(local(1, 9, 0));
        TestClocks.forwardTo(service, local(1, 14, 0));
        publish(new SessionCompleted(checkIn(local(1, 10, 0)), provenance("Encounter", 3)));
        TestClocks.forwardTo(service, local(1, 17, 0).plusSeconds(1));
        var check = awaitRequested("T10");
        sent(check);
        int said = topics.on(Topics.REQUESTS, patient.value()).size();

        answer(Level.CRISIS, null, Objects.requireNonNull(check.payload().question()), "1");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("SELECT count(*) FROM touchpoint WHERE patient_id = :id AND heard_at IS NOT NULL")
                                .param("id", patient.value())
                                .query(Integer.class)
                                .single()
                        > 0);
        TestClocks.forwardTo(service, local(1, 20, 1));
        awaitQuiet();

        assertThat(topics.on(Topics.REQUESTS, patient.value())).hasSize(said);
        assertThat(topics.facts(CheckInAnswered.class, patient.value())).isEmpty();
        assertThat(topics.facts(CheckInMissed.class, patient.value())).isEmpty();
    }

    @Test
    void an_edited_offset_shows_in_the_next_plan() {
        agree();
        book(local(9, 14, 0));
        awaitPlanned("E01");
        assertThat(planned("E01").getLast().window().opensAt()).isEqualTo(local(3, 10, 0));
        var yaml = get("/v1/journeys/default", Role.ADMIN);

        publishJourney(yaml.replace("offset: -P6D", "offset: -P7D"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(planned("E01").getLast().window().opensAt()).isEqualTo(local(2, 10, 0)));
        publishJourney(yaml);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(planned("E01").getLast().window().opensAt()).isEqualTo(local(3, 10, 0)));
    }

    @Test
    void a_journey_with_a_mistake_is_refused_by_touchpoint_and_field_and_only_admins_publish() {
        var yaml = get("/v1/journeys/default", Role.ADMIN);

        assertThat(put(yaml.replace("offset: -P6D", "offset: sometimes"), Role.ADMIN))
                .contains("422")
                .contains("\"touchpoint\":\"E01\"")
                .contains("\"field\":\"offset\"");
        assertThat(put(yaml, Role.STAFF)).startsWith("403");
    }

    private void agree() {
        publish(patientChanged());
        publish(new OptedIn(patient, line, ContentLevel.DISCREET, ConsentChannel.OFFER, noon));
        sent(awaitRequested("T01"));
        awaitState("T01", "SENT");
    }

    private PatientChanged patientChanged() {
        return new PatientChanged(
                patient,
                sealer.seal("Jo Doe", UUID.randomUUID(), "name"),
                List.of(),
                "en",
                NEW_YORK,
                new SiteId("main"),
                null,
                null,
                null,
                provenance("Patient", 1),
                null);
    }

    /** Something else that is told of the patient, after which all that was told before has been heard. */
    private PatientArrived marker() {
        return new PatientArrived(
                new CheckIn(patient, new AppointmentId("m-" + patient), noon, VisitKind.LAB, null, false),
                provenance("Encounter", 9));
    }

    private void book(Instant start) {
        publish(new AppointmentBooked(appointment(start), provenance("Appointment", 1)));
    }

    private Appointment appointment(Instant start) {
        return new Appointment(
                visit,
                patient,
                VisitKind.SESSION,
                Route.IV,
                null,
                null,
                start,
                start.plus(Duration.ofHours(1)),
                NEW_YORK,
                new SiteId("main"));
    }

    private CheckIn checkIn(Instant at) {
        return new CheckIn(patient, visit, at, null, null, false);
    }

    private Provenance provenance(String record, int version) {
        var now = clock.instant();
        return new Provenance("ehr", record + "/" + visit, String.valueOf(version), now, now, now);
    }

    /** So many days after the test's first, at this time. */
    private Instant local(int days, int hour, int minute) {
        return noon.atZone(NEW_YORK)
                .plusDays(days)
                .with(LocalTime.of(hour, minute))
                .toInstant();
    }

    private UUID publish(Event event) {
        return topics.publish(patient.value(), clock.instant(), event);
    }

    private void sent(Received<MessageRequested> request) {
        publish(new MessageSent(request.payload().messageId(), patient, line, "SM1", clock.instant()));
        awaitState(request.payload().touchpoint(), "SENT");
    }

    private ReplyId answer(Level level, @Nullable Ending ending, Question question, String value) {
        return answer(level, ending, question, value, ScreeningPurpose.LIVE);
    }

    private ReplyId answer(
            Level level, @Nullable Ending ending, Question question, String value, ScreeningPurpose purpose) {
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
                        null,
                        ending,
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        new Answer(question.questionId(), sealer.seal(value, id, "answer")),
                        new Versions("test", "test", null),
                        purpose,
                        clock.instant()));
        return reply;
    }

    private List<Received<MessageRequested>> requested(String touchpoint) {
        return topics.on(Topics.REQUESTS, patient.value()).stream()
                .map(JourneysIT::asRequest)
                .filter(Objects::nonNull)
                .filter(request -> request.payload().touchpoint().equals(touchpoint))
                .toList();
    }

    private static @Nullable Received<MessageRequested> asRequest(Received<Event> event) {
        return event.payload() instanceof MessageRequested request
                ? new Received<>(event.id(), event.key(), event.time(), request)
                : null;
    }

    private Received<MessageRequested> awaitRequested(String touchpoint) {
        return await("request of " + touchpoint)
                .atMost(Duration.ofSeconds(20))
                .until(() -> requested(touchpoint), found -> !found.isEmpty())
                .getLast();
    }

    private <T extends Event> Received<T> awaitFact(Class<T> type) {
        topics.await(type, patient.value());
        return topics.on(Topics.JOURNEYS, patient.value()).stream()
                .filter(event -> type.isInstance(event.payload()))
                .map(event -> new Received<>(event.id(), event.key(), event.time(), type.cast(event.payload())))
                .findFirst()
                .orElseThrow();
    }

    private List<TouchpointPlanned> planned(String touchpoint) {
        return topics.facts(TouchpointPlanned.class, patient.value()).stream()
                .filter(planned -> planned.touchpoint().equals(touchpoint))
                .toList();
    }

    private void awaitPlanned(String touchpoint) {
        await("plan of " + touchpoint)
                .atMost(Duration.ofSeconds(20))
                .until(() -> !planned(touchpoint).isEmpty());
    }

    private void awaitState(String touchpoint, String state) {
        await(touchpoint + " " + state)
                .atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql(
                                "SELECT state FROM touchpoint WHERE patient_id = :id AND touchpoint = :touchpoint")
                        .param("id", patient.value())
                        .param("touchpoint", touchpoint)
                        .query(String.class)
                        .list()
                        .contains(state));
    }

    /** Until nothing is due and nothing waits to be published. */
    private void awaitQuiet() {
        await("quiet")
                .atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("SELECT count(*) FROM patient WHERE due_at <= :now")
                                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private String text(Received<MessageRequested> request) {
        return sealer.open(request.payload().text(), request.id(), "text");
    }

    private String get(String path, Role... roles) {
        return utf8(http().get()
                .uri(path)
                .header("Authorization", "Bearer " + Tokens.ofStaff("ada", "journeys", roles))
                .retrieve()
                .body(byte[].class));
    }

    private void publishJourney(String yaml) {
        assertThat(put(yaml, Role.ADMIN)).startsWith("200");
    }

    private String put(String yaml, Role role) {
        return http().put()
                .uri("/v1/journeys/default")
                .header("Authorization", "Bearer " + Tokens.ofStaff("ada", "journeys", role))
                .header("Content-Type", "application/yaml")
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .exchange((request, response) -> {
                    HttpStatusCode status = response.getStatusCode();
                    return status.value() + " " + utf8(response.bodyTo(byte[].class));
                });
    }

    private static String utf8(byte @Nullable [] body) {
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    private RestClient http() {
        return RestClient.create(
                "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
