package aftercare.messaging.rescreening;

import static aftercare.messaging.columns.Columns.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import aftercare.messaging.Scene;
import aftercare.messaging.gate.EngineVersion;
import aftercare.platform.access.Role;
import aftercare.platform.events.Received;
import aftercare.schemas.Event;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Topics;
import aftercare.schemas.messaging.OptedOut;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.ReplyFoundLate;
import aftercare.schemas.messaging.ReplyReceived;
import aftercare.schemas.messaging.Sender;
import aftercare.schemas.screening.Answer;
import aftercare.schemas.screening.Ending;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import aftercare.schemas.screening.Span;
import aftercare.schemas.screening.Urgency;
import aftercare.schemas.screening.Versions;
import aftercare.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** The engine changes while a clinic is open. The test is screening: it says its version and reads what it is given. */
@TestPropertySource(properties = {"messaging.rescreen.ask=100ms", "messaging.rescreen.poll=100ms"})
class RescreenIT extends Scene {
    private static final FakeScreening SCREENING = new FakeScreening();
    private static final Versions BEFORE = new Versions("test", "test", null);

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void screening(DynamicPropertyRegistry properties) {
        properties.add("aftercare.services.screening", SCREENING::url);
    }

    /** What other tests left behind is old, or was brought before a human. */
    @BeforeEach
    void nothingElseWaits() {
        jdbc.sql("UPDATE reply SET received_at = received_at - interval '60 days'")
                .update();
        jdbc.sql("UPDATE reply SET unscreened_at = received_at WHERE level IS NULL AND unscreened_at IS NULL")
                .update();
    }

    @AfterEach
    void theEngineIsAsItWas() {
        SCREENING.isOf(BEFORE);
    }

    @Test
    void when_the_engine_changes_a_reply_is_told_again_as_it_stood_when_it_came() {
        var patient = enrolled();
        var question = mood();
        awaitState(request(patient, Purpose.CHECK_IN, "How is your mood?", openWindow(), 0, null, question), "SENT");
        routine(reply(patient, "hello"));
        var reply = reply(patient, "seven");
        answered(reply, question.questionId());
        awaitState(request(patient, Purpose.EDUCATION, "Something later"), "SENT");
        routine(reply(patient, "and a later word"));

        engineBecomes(newer());

        var again = (ReplyReceived) toldAgain(reply).payload();
        assertThat(again.receivedAt()).isEqualTo(instantOf(reply));
        assertThat(again.patientIds()).containsExactly(patient.id());
        assertThat(Objects.requireNonNull(again.question()).questionId()).isEqualTo(question.questionId());
        assertThat(open(toldAgain(reply))).isEqualTo("seven");
        assertThat(thread(toldAgain(reply)))
                .endsWith(Sender.CLINIC + ": How is your mood?", Sender.PATIENT + ": hello");
    }

    @Test
    void each_version_reads_a_reply_once_and_an_earlier_live_reading_counts() {
        var patient = enrolled();
        var reply = reply(patient, "thanks");
        routine(reply);
        pause();
        assertThat(rescreens(reply)).isEmpty();

        var newer = newer();
        engineBecomes(newer);
        reads(toldAgain(reply), newer, Level.ROUTINE);
        engineBecomes(BEFORE);
        engineBecomes(newer);
        pause();
        assertThat(rescreens(reply)).hasSize(1);

        engineBecomes(newer());
        await().atMost(Duration.ofSeconds(20)).until(() -> rescreens(reply).size() == 2);
    }

    @Test
    void what_is_older_than_thirty_days_and_what_has_no_level_yet_is_left_alone() {
        var patient = enrolled();
        var old = reply(patient, "thanks");
        routine(old);
        jdbc.sql("UPDATE reply SET received_at = :then WHERE id = :id")
                .param("then", at(clock.instant().minus(Duration.ofDays(31))))
                .param("id", old.value())
                .update();
        var unscreened = reply(patient, "hm");
        jdbc.sql("UPDATE reply SET unscreened_at = received_at WHERE id = :id")
                .param("id", unscreened.value())
                .update();
        var counts = reply(patient, "ok");
        routine(counts);

        engineBecomes(newer());

        toldAgain(counts);
        assertThat(rescreens(old)).isEmpty();
        assertThat(rescreens(unscreened)).isEmpty();
    }

    @Test
    void nothing_is_sent_while_a_live_reply_waits() {
        var patient = enrolled();
        var reply = reply(patient, "thanks");
        routine(reply);
        var live = reply(patient, "are you there");

        engineBecomes(newer());
        pause();
        assertThat(rescreens(reply)).isEmpty();

        routine(live);
        toldAgain(reply);
    }

    @Test
    void a_reply_whose_verdict_was_lost_is_sent_once_more_and_a_run_ends_when_all_are_answered() {
        var patient = enrolled();
        var reply = reply(patient, "thanks");
        routine(reply);
        var newer = newer();
        engineBecomes(newer);
        toldAgain(reply);
        assertThat(ending(newer)).isNull();

        jdbc.sql("UPDATE rescreen SET sent_at = sent_at - interval '11 minutes' WHERE reply_id = :id")
                .param("id", reply.value())
                .update();
        await().atMost(Duration.ofSeconds(20)).until(() -> rescreens(reply).size() == 2);

        reads(toldAgain(reply), newer, Level.ROUTINE);
        await().atMost(Duration.ofSeconds(20)).until(() -> "DONE".equals(ending(newer)));
        assertThat(status("otto", Role.OPERATOR))
                .contains(EngineVersion.of(newer).name(), "\"answered\":1", "\"foundLate\":0", "DONE")
                .doesNotContain(patient.number(), "thanks");
    }

    @Test
    void a_reply_that_no_key_opens_ends_its_run_and_begins_no_other() {
        var patient = enrolled();
        var reply = reply(patient, "thanks");
        routine(reply);
        jdbc.sql("UPDATE reply SET text = :text WHERE id = :id")
                .param("text", sealer.seal("thanks", UUID.randomUUID(), "text").sealed())
                .param("id", reply.value())
                .update();
        var newer = newer();
        engineBecomes(newer);

        await().atMost(Duration.ofSeconds(20)).until(() -> "DONE".equals(ending(newer)));
        pause();
        assertThat(rescreens(reply)).isEmpty();
        assertThat(count(
                        "SELECT count(*) FROM rescreen_run WHERE version = :version",
                        Map.of("version", EngineVersion.of(newer).name())))
                .isEqualTo(1);
        assertThat(levelOf(reply)).isEqualTo("ROUTINE");
    }

    @Test
    void a_crisis_that_was_none_is_told_once_and_holds_until_a_named_human_lets_go() {
        var patient = enrolled();
        var reply = reply(patient, "bye then");
        routine(reply);
        var newer = newer();
        engineBecomes(newer);

        var told = reads(toldAgain(reply), newer, Level.CRISIS);
        reads(toldAgain(reply), newer(), Level.CRISIS);

        var late = topics.await(ReplyFoundLate.class, lineOf(reply).toString());
        assertThat(topics.facts(ReplyFoundLate.class, lineOf(reply).toString())).hasSize(1);
        assertThat(late.levelBefore()).isEqualTo(Level.ROUTINE);
        assertThat(late.handled()).isFalse();
        assertThat(late.receivedAt()).isEqualTo(instantOf(reply));
        assertThat(late.run()).isNotNull();
        assertThat(late.reasons()).containsExactly("Says goodbye");
        assertThat(levelOf(reply)).isEqualTo("CRISIS");
        assertThat(seen(told)).isTrue();
        var words = late.spans().getFirst().words();
        var event =
                topics.on(Topics.REVIEWS, lineOf(reply).toString()).getFirst().id();
        assertThat(sealer.open(words, event, "spans/0")).isEqualTo("bye");

        var checkIn = request(patient, Purpose.CHECK_IN, "How are you?");
        awaitWaiting(checkIn, "GATE");
        release(patient, reply, null, false);
        awaitState(checkIn, "SENT");
    }

    @Test
    void a_finding_says_whether_a_human_has_dealt_with_the_reply() {
        var patient = enrolled();
        var reply = reply(patient, "hm");
        verdict(reply, Level.CONCERN, Urgency.SOON, false);
        release(patient, reply, null, false);
        var newer = newer();
        engineBecomes(newer);

        reads(toldAgain(reply), newer, Level.CRISIS);

        var late = topics.await(ReplyFoundLate.class, lineOf(reply).toString());
        assertThat(late.levelBefore()).isEqualTo(Level.CONCERN);
        assertThat(late.handled()).isTrue();
    }

    @Test
    void whatever_else_is_found_changes_nothing() {
        var patient = enrolled();
        var question = mood();
        awaitState(request(patient, Purpose.CHECK_IN, "How is your mood?", openWindow(), 0, null, question), "SENT");
        var reply = reply(patient, "stop asking");
        routine(reply);
        var newer = newer();
        engineBecomes(newer);
        var told = toldAgain(reply);

        var event = UUID.randomUUID();
        publish(
                event,
                new ReplyScreened(
                        reply,
                        lineOf(reply),
                        List.of(patient.id()),
                        Level.CONCERN,
                        Urgency.NOW,
                        null,
                        true,
                        List.of(),
                        List.of(),
                        List.of(),
                        0.5,
                        new Answer(question.questionId(), sealer.seal("7", event, "answer")),
                        newer,
                        ScreeningPurpose.RESCREEN,
                        clock.instant()),
                lineOf(reply));
        soon().until(() -> seen(event));

        assertThat(told.payload()).isNotNull();
        assertThat(levelOf(reply)).isEqualTo("ROUTINE");
        awaitState(request(patient, Purpose.CHECK_IN, "Another day"), "SENT");
        assertThat(topics.facts(OptedOut.class, patient.id().value())).isEmpty();
        assertThat(topics.facts(ReplyFoundLate.class, lineOf(reply).toString())).isEmpty();
        assertThat(count(
                        "SELECT count(*) FROM message WHERE question_id = :id AND answered_at IS NOT NULL",
                        Map.of("id", question.questionId().value())))
                .isZero();
    }

    @Test
    void what_would_be_lower_now_lowers_nothing_and_opens_no_gate() {
        var patient = enrolled();
        var crisis = reply(patient, "x");
        crisis(crisis);
        var newer = newer();
        engineBecomes(newer);
        reads(toldAgain(crisis), newer, Level.ROUTINE);
        assertThat(levelOf(crisis)).isEqualTo("CRISIS");
        awaitWaiting(request(patient, Purpose.CHECK_IN, "How are you?"), "GATE");

        var other = enrolled();
        var unread = reply(other, "hm");
        var checkIn = request(other, Purpose.CHECK_IN, "How are you?");
        awaitWaiting(checkIn, "GATE");
        published(unread, newer, Level.ROUTINE, List.of());
        assertThat(levelOf(unread)).isNull();
        assertThat(state(checkIn)).isEqualTo("QUEUED");
        routine(unread);
        awaitState(checkIn, "SENT");
    }

    @Test
    void the_status_is_not_for_everybody() {
        engineBecomes(BEFORE);
        assertThat(status("otto", Role.OPERATOR)).contains("\"version\":\"test+test\"");
        assertThatThrownBy(() -> status("fred", Role.STAFF, Role.FRONT_DESK))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    private static Versions newer() {
        return new Versions("2.0", UUID.randomUUID().toString(), null);
    }

    /** From here on screening says so, and messaging has asked. */
    private void engineBecomes(Versions versions) {
        SCREENING.isOf(versions);
        soon().until(() -> status("otto", Role.OPERATOR)
                .contains("\"version\":\"" + EngineVersion.of(versions).name() + "\",\"runs\""));
    }

    /** Long enough for a run to begin and send. */
    private static void pause() {
        await().during(Duration.ofMillis(700)).atMost(Duration.ofSeconds(2)).until(() -> true);
    }

    private List<Received<Event>> rescreens(ReplyId reply) {
        return topics.on(Topics.RESCREENS, lineOf(reply).toString()).stream()
                .filter(event -> event.payload() instanceof ReplyReceived told
                        && told.replyId().equals(reply))
                .toList();
    }

    private Received<Event> toldAgain(ReplyId reply) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> rescreens(reply), told -> !told.isEmpty())
                .getLast();
    }

    private String open(Received<Event> told) {
        return sealer.open(((ReplyReceived) told.payload()).text(), told.id(), "text");
    }

    private List<String> thread(Received<Event> told) {
        var thread = ((ReplyReceived) told.payload()).thread();
        return IntStream.range(0, thread.size())
                .mapToObj(i ->
                        thread.get(i).from() + ": " + sealer.open(thread.get(i).text(), told.id(), "thread/" + i))
                .toList();
    }

    /** The engine of this version reads what it was given. */
    private UUID reads(Received<Event> told, Versions versions, Level level) {
        var reply = ((ReplyReceived) told.payload()).replyId();
        return published(reply, versions, level, ((ReplyReceived) told.payload()).patientIds());
    }

    private UUID published(ReplyId reply, Versions versions, Level level, List<PatientId> patients) {
        var event = UUID.randomUUID();
        publish(
                event,
                new ReplyScreened(
                        reply,
                        lineOf(reply),
                        patients,
                        level,
                        null,
                        level == Level.ROUTINE ? Ending.COURTESY : null,
                        false,
                        List.of(),
                        level == Level.CRISIS
                                ? List.of(new Span(0, 3, sealer.seal("bye", event, "spans/0"), "goodbye"))
                                : List.of(),
                        level == Level.CRISIS ? List.of("Says goodbye") : List.of(),
                        0.9,
                        null,
                        versions,
                        ScreeningPurpose.RESCREEN,
                        clock.instant()),
                lineOf(reply));
        soon().until(() -> seen(event));
        return event;
    }

    private void answered(ReplyId reply, QuestionId question) {
        var event = UUID.randomUUID();
        var told = verdictOf(reply, Level.ROUTINE, null, false);
        publish(
                event,
                new ReplyScreened(
                        reply,
                        told.lineId(),
                        told.patientIds(),
                        Level.ROUTINE,
                        null,
                        Ending.ANSWER,
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        new Answer(question, sealer.seal("7", event, "answer")),
                        told.versions(),
                        ScreeningPurpose.LIVE,
                        told.screenedAt()),
                told.lineId());
        soon().until(() -> seen(event));
    }

    private Instant instantOf(ReplyId reply) {
        return jdbc.sql("SELECT received_at FROM reply WHERE id = :id")
                .param("id", reply.value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private @Nullable String levelOf(ReplyId reply) {
        return jdbc.sql("SELECT coalesce(level, '') FROM reply WHERE id = :id")
                .param("id", reply.value())
                .query(String.class)
                .optional()
                .filter(level -> !level.isEmpty())
                .orElse(null);
    }

    private @Nullable String ending(Versions versions) {
        return jdbc.sql(
                        "SELECT coalesce(ending, '') FROM rescreen_run WHERE version = :version ORDER BY started_at DESC LIMIT 1")
                .param("version", EngineVersion.of(versions).name())
                .query(String.class)
                .optional()
                .filter(ending -> !ending.isEmpty())
                .orElse(null);
    }

    private String status(String staff, Role... roles) {
        return Objects.requireNonNull(RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/v1/rescreens")
                .header("Authorization", "Bearer " + Tokens.ofStaff(staff, "messaging", roles))
                .retrieve()
                .body(String.class));
    }
}
