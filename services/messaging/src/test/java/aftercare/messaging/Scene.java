package aftercare.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.SiteId;
import aftercare.schemas.StaffId;
import aftercare.schemas.clinic.ConsentBasis;
import aftercare.schemas.clinic.ConsentOffer;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.NumberUse;
import aftercare.schemas.clinic.PatientChanged;
import aftercare.schemas.clinic.PatientNumber;
import aftercare.schemas.clinic.Provenance;
import aftercare.schemas.escalation.Cause;
import aftercare.schemas.escalation.EscalationOpened;
import aftercare.schemas.escalation.HoldReleased;
import aftercare.schemas.messaging.AnswerForm;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.MessageWithdrawn;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Question;
import aftercare.schemas.messaging.Window;
import aftercare.schemas.screening.Ending;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import aftercare.schemas.screening.Urgency;
import aftercare.schemas.screening.Versions;
import aftercare.testkit.Backing;
import aftercare.testkit.FakeCarrier;
import aftercare.testkit.TestTopics;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** A clinic around the service: charts, journeys, screening and escalation speak through a real broker, the carrier over HTTP. */
@SpringBootTest(
        classes = MessagingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=messaging", "messaging.back-off=100ms", "messaging.texts-per-second=1000"})
@ContextConfiguration(initializers = Backing.class)
public abstract class Scene {
    protected static final String CLINIC = "+12025550120";
    protected static final StaffId ROSA = new StaffId("rosa");
    private static final AtomicInteger NEXT_NUMBER = new AtomicInteger(2_000_000);

    protected final FakeCarrier carrier = FakeCarrier.running();
    protected TestTopics topics;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Sealer sealer;

    @Autowired
    protected ClinicClock clock;

    @Value("${aftercare.public-url}")
    protected URI publicUrl;

    @BeforeEach
    void open() {
        carrier.reset();
        topics = TestTopics.open();
    }

    @AfterEach
    void close() {
        topics.close();
    }

    /** A patient with a number of the patient's own. */
    protected record Somebody(PatientId id, String number, String name) {
        @Override
        public String toString() {
            return id.toString();
        }
    }

    protected static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }

    protected static Somebody somebody() {
        var n = NEXT_NUMBER.incrementAndGet();
        return new Somebody(new PatientId("p-" + UUID.randomUUID()), "+1415" + n, "Quillon Testperson" + n);
    }

    /** A patient whose chart is here, who consented, and to whom the opt-in text went. */
    protected Somebody enrolled() {
        var patient = somebody();
        chart(patient);
        optIn(patient);
        return patient;
    }

    protected void optIn(Somebody patient) {
        var optIn = request(patient, Purpose.OPT_IN, "Welcome " + patient.id());
        awaitState(optIn, "SENT");
    }

    protected void chart(Somebody patient) {
        chart(patient, List.of(patient.number()), true, null, null);
    }

    protected UUID chart(
            Somebody patient,
            List<String> numbers,
            boolean consents,
            @Nullable PatientId mergedInto,
            @Nullable Instant deceasedAt) {
        var event = UUID.randomUUID();
        var now = clock.instant();
        var sealed = IntStream.range(0, numbers.size())
                .mapToObj(i ->
                        new PatientNumber(sealer.seal(numbers.get(i), event, "numbers/" + i), NumberUse.MOBILE, i + 1))
                .toList();
        topics.publish(
                event,
                patient.id().value(),
                now,
                new PatientChanged(
                        patient.id(),
                        sealer.seal(patient.name(), event, "name"),
                        sealed,
                        "en",
                        ZoneId.of("America/New_York"),
                        new SiteId("main"),
                        consents ? new ConsentOffer(ConsentBasis.EXPRESS, ContentLevel.DETAILED, now) : null,
                        mergedInto,
                        deceasedAt,
                        new Provenance("test", patient.id().value(), null, now, now, now),
                        null));
        soon().until(() -> seen(event));
        return event;
    }

    /** Whether an event had its effect. */
    protected boolean seen(UUID event) {
        return count("SELECT count(*) FROM inbox WHERE event_id = :id", Map.of("id", event)) > 0;
    }

    protected MessageId request(Somebody patient, Purpose purpose, String text) {
        return request(patient, purpose, text, openWindow(), 0, null, null);
    }

    protected MessageId answer(Somebody patient, ReplyId reply, String text) {
        return request(patient, Purpose.ANSWER, text, openWindow(), 0, reply, null);
    }

    protected Window openWindow() {
        var now = clock.instant();
        return new Window(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(8)));
    }

    protected MessageId request(
            Somebody patient,
            Purpose purpose,
            String text,
            Window window,
            int priority,
            @Nullable ReplyId answers,
            @Nullable Question question) {
        var event = UUID.randomUUID();
        var id = MessageId.random();
        topics.publish(
                event,
                patient.id().value(),
                clock.instant(),
                new MessageRequested(
                        id,
                        patient.id(),
                        purpose,
                        "T-" + purpose,
                        sealer.seal(text, event, "text"),
                        "en",
                        window,
                        priority,
                        answers,
                        question,
                        null));
        return id;
    }

    protected Question mood() {
        return new Question(
                QuestionId.random(),
                "T11",
                AnswerForm.NUMBER,
                List.of(),
                null,
                null,
                0,
                10,
                false,
                List.of(),
                Duration.ofHours(20));
    }

    protected void withdraw(Somebody patient, MessageId message) {
        topics.publish(
                patient.id().value(), clock.instant(), new MessageWithdrawn(message, patient.id(), "rescheduled"));
    }

    /** The patient texts; the carrier hears 200. */
    protected ReplyId reply(Somebody patient, String text) {
        return replyFrom(patient.number(), text);
    }

    protected ReplyId replyFrom(String number, String text) {
        var handed = carrier.deliver(webhook(), number, CLINIC, text);
        assertThat(handed.httpStatus()).isEqualTo(200);
        return replyOf(handed.sid()).orElseThrow();
    }

    protected URI webhook() {
        return publicUrl.resolve("/webhooks/twilio/messages");
    }

    protected Optional<ReplyId> replyOf(String sid) {
        return jdbc.sql("SELECT id FROM reply WHERE carrier_id = :sid")
                .param("sid", sid)
                .query(UUID.class)
                .optional()
                .map(ReplyId::new);
    }

    protected void routine(ReplyId reply) {
        verdict(reply, Level.ROUTINE, null, false);
    }

    protected void crisis(ReplyId reply) {
        verdict(reply, Level.CRISIS, null, false);
    }

    protected void verdict(ReplyId reply, Level level, @Nullable Urgency urgency, boolean optOut) {
        var event = UUID.randomUUID();
        publish(event, verdictOf(reply, level, urgency, optOut), lineOf(reply));
        soon().until(() -> seen(event));
    }

    protected ReplyScreened verdictOf(ReplyId reply, Level level, @Nullable Urgency urgency, boolean optOut) {
        return new ReplyScreened(
                reply,
                lineOf(reply),
                List.of(),
                level,
                urgency,
                level == Level.ROUTINE ? Ending.COURTESY : null,
                optOut,
                List.of(),
                List.of(),
                List.of(),
                0,
                null,
                new Versions("test", "test", null),
                ScreeningPurpose.LIVE,
                clock.instant());
    }

    protected void publish(UUID event, ReplyScreened verdict, LineId line) {
        topics.publish(event, line.toString(), clock.instant(), verdict);
    }

    protected void caseOpened(EscalationId escalation, Somebody patient, ReplyId reply, Instant at) {
        var event = topics.publish(
                patient.id().value(),
                at,
                new EscalationOpened(
                        escalation, lineOf(reply), List.of(patient.id()), Cause.CRISIS, List.of(reply), List.of(), at));
        soon().until(() -> seen(event));
    }

    protected void release(Somebody patient, ReplyId reply, @Nullable EscalationId escalation, boolean cancelled) {
        var now = clock.instant();
        var event = topics.publish(
                patient.id().value(),
                now,
                new HoldReleased(
                        lineOf(reply),
                        List.of(patient.id()),
                        escalation == null ? List.of(reply) : List.of(),
                        escalation,
                        null,
                        ROSA,
                        cancelled,
                        now));
        soon().until(() -> seen(event));
    }

    protected LineId lineOf(ReplyId reply) {
        return new LineId(jdbc.sql("SELECT line_id FROM reply WHERE id = :id")
                .param("id", reply.value())
                .query(UUID.class)
                .single());
    }

    protected void awaitState(MessageId message, String state) {
        soon().alias(message + " " + state).until(() -> state(message), state::equals);
    }

    protected void awaitSkipped(MessageId message, String reason) {
        awaitState(message, "SKIPPED");
        assertThat(column(message, "skip_reason")).isEqualTo(reason);
    }

    /** The sender has decided on it, and it must wait. */
    protected void awaitWaiting(MessageId message, String reason) {
        soon().alias(message + " waits for " + reason).until(() -> reason.equals(column(message, "waits_for")));
        assertThat(state(message)).isEqualTo("QUEUED");
    }

    protected String state(MessageId message) {
        var state = column(message, "state");
        return state == null ? "NOT HERE YET" : state;
    }

    protected @Nullable String column(MessageId message, String column) {
        return jdbc.sql("SELECT coalesce(" + column + "::text, '') FROM message WHERE id = :id")
                .param("id", message.value())
                .query(String.class)
                .optional()
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }

    protected List<String> bodiesTo(Somebody patient) {
        return carrier.textsTo(patient.number()).stream()
                .map(FakeCarrier.Text::body)
                .toList();
    }

    protected long count(String sql, Map<String, ?> parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }
}
