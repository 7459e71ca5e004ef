package aftercare.screening.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import aftercare.platform.access.Role;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
import aftercare.schemas.Topics;
import aftercare.schemas.messaging.AnswerForm;
import aftercare.schemas.messaging.Question;
import aftercare.schemas.messaging.ReplyReceived;
import aftercare.schemas.messaging.Sender;
import aftercare.schemas.messaging.ThreadText;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import aftercare.schemas.screening.Urgency;
import aftercare.schemas.screening.Versions;
import aftercare.screening.ScreeningApplication;
import aftercare.testkit.Backing;
import aftercare.testkit.TestTopics;
import aftercare.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

@SpringBootTest(
        classes = ScreeningApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=screening", "screening.time-limit=30s"})
@ContextConfiguration(initializers = Backing.class)
class ScreeningIT {
    private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
    private final TestTopics topics = TestTopics.open();
    private final LineId line = LineId.random();
    private final ReplyId reply = ReplyId.random();
    private final UUID eventId = UUID.randomUUID();

    @Autowired
    private Sealer sealer;

    @LocalServerPort
    private int port;

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void a_reply_gets_its_verdict_with_the_matched_words_sealed() {
        publish(Topics.REPLIES, "I want to die", null, List.of());

        var verdict = topics.await(ReplyScreened.class, line.toString());
        assertThat(verdict.replyId()).isEqualTo(reply);
        assertThat(verdict.level()).isEqualTo(Level.CRISIS);
        assertThat(verdict.purpose()).isEqualTo(ScreeningPurpose.LIVE);
        var span = verdict.spans().getFirst();
        assertThat(sealer.open(span.words(), verdictId(), "spans/0"))
                .isEqualTo("I want to die".substring(span.start(), span.end()));
        assertThat(verdict.toString()).doesNotContain("want to die");
    }

    @Test
    void an_answer_goes_along_sealed() {
        publish(Topics.REPLIES, "seven", mood(), List.of());

        var verdict = topics.await(ReplyScreened.class, line.toString());
        assertThat(verdict.level()).isEqualTo(Level.ROUTINE);
        assertThat(sealer.open(Objects.requireNonNull(verdict.answer()).value(), verdictId(), "answer"))
                .isEqualTo("7");
    }

    @Test
    void the_thread_is_read_too() {
        var earlier = new ThreadText(
                Sender.PATIENT, sealer.seal("i do not want to", eventId, "thread/0"), NOW.minusSeconds(30));
        publish(Topics.REPLIES, "be alive", null, List.of(earlier));

        assertThat(topics.await(ReplyScreened.class, line.toString()).level()).isEqualTo(Level.CRISIS);
    }

    @Test
    void a_replay_says_nothing_new() {
        publish(Topics.REPLIES, "Thank you!", null, List.of());
        publish(Topics.REPLIES, "Thank you!", null, List.of());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(topics.on(Topics.VERDICTS, line.toString()))
                        .hasSize(2)
                        .allSatisfy(event -> assertThat(event.id()).isEqualTo(verdictId())));
    }

    @Test
    void a_rescreening_is_a_verdict_of_its_own() {
        publish(Topics.RESCREENS, "Thank you!", null, List.of());

        var verdict = topics.await(ReplyScreened.class, line.toString());
        assertThat(verdict.purpose()).isEqualTo(ScreeningPurpose.RESCREEN);
        assertThat(verdictId()).isNotEqualTo(VerdictId.of(reply, version(verdict), ScreeningPurpose.LIVE));
    }

    @Test
    void a_text_that_cannot_be_opened_is_for_a_human_now() {
        var sealedElsewhere = sealer.seal("Thank you!", UUID.randomUUID(), "text");
        topics.publish(Topics.REPLIES, eventId, line.toString(), NOW, received(sealedElsewhere, null, List.of()));

        var verdict = topics.await(ReplyScreened.class, line.toString());
        assertThat(verdict.level()).isEqualTo(Level.CONCERN);
        assertThat(verdict.urgency()).isEqualTo(Urgency.NOW);
    }

    @Test
    void the_door_tells_other_services_the_version_that_verdicts_carry() {
        publish(Topics.REPLIES, "Thank you!", null, List.of());
        var told = door(Tokens.ofService("messaging", "screening"));

        assertThat(told)
                .isEqualTo(topics.await(ReplyScreened.class, line.toString()).versions());
        assertThatThrownBy(() -> door(Tokens.ofStaff("fred", "screening", Role.STAFF)))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    @Test
    void a_live_reply_waits_for_none_of_those_that_are_screened_again() {
        var behind = 40;
        var aLongOne = "I am not sure what to say about all of that. ".repeat(80);
        for (int i = 0; i < behind; i++) publish(Topics.RESCREENS, aLongOne, null, List.of());
        var live = LineId.random();
        var event = UUID.randomUUID();
        topics.publish(
                Topics.REPLIES,
                event,
                live.toString(),
                NOW,
                new ReplyReceived(
                        ReplyId.random(),
                        live,
                        List.of(new PatientId("p-" + live)),
                        sealer.seal("Thank you!", event, "text"),
                        0,
                        "en",
                        List.of(),
                        null,
                        false,
                        NOW));

        topics.await(ReplyScreened.class, live.toString());
        assertThat(topics.on(Topics.VERDICTS, line.toString())).hasSizeLessThan(behind);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> topics.on(Topics.VERDICTS, line.toString()).size() == behind);
    }

    private Versions door(String token) {
        return Objects.requireNonNull(RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/v1/version")
                .header("Authorization", "Bearer " + token)
                .retrieve()
                .body(Versions.class));
    }

    private void publish(String topic, String text, @Nullable Question question, List<ThreadText> thread) {
        topics.publish(
                topic, eventId, line.toString(), NOW, received(sealer.seal(text, eventId, "text"), question, thread));
    }

    private ReplyReceived received(Sealed text, @Nullable Question question, List<ThreadText> thread) {
        var patient = new PatientId("p-" + line);
        return new ReplyReceived(reply, line, List.of(patient), text, 0, "en", thread, question, false, NOW);
    }

    private static Question mood() {
        return new Question(
                new QuestionId(UUID.randomUUID()),
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

    private UUID verdictId() {
        return topics.on(Topics.VERDICTS, line.toString()).getFirst().id();
    }

    private static String version(ReplyScreened verdict) {
        return verdict.versions().engine() + "+" + verdict.versions().rules();
    }
}
