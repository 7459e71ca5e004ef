package aftercare.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.platform.access.Role;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.messaging.MessageUndelivered;
import aftercare.schemas.messaging.Purpose;
import aftercare.testkit.CarrierAnswer;
import aftercare.testkit.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;

/** A colleague texts a patient themselves. */
class TypedTextIT extends Scene {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void it_passes_the_hold_of_an_open_case_while_automatic_texts_wait_and_bears_its_author() throws Exception {
        var patient = enrolled();
        var reply = reply(patient, "I don't want to be alive");
        crisis(reply);
        caseOpened(EscalationId.random(), patient, reply, clock.instant());
        var automatic = request(patient, Purpose.CHECK_IN, "How are you?");
        awaitWaiting(automatic, "GATE");

        assertThat(type(lineOf(reply), "This is Rosa. May I call you now?", "rosa")
                        .statusCode())
                .isEqualTo(202);

        soon().untilAsserted(() -> assertThat(bodiesTo(patient)).endsWith("This is Rosa. May I call you now?"));
        assertThat(state(automatic)).isEqualTo("QUEUED");
        assertThat(get("/v1/lines/" + lineOf(reply) + "/thread"))
                .contains("May I call you now?", "\"author\":\"rosa\"");
        assertThat(get("/v1/patients/" + patient.id() + "/timeline")).contains("\"who\":\"rosa\"");
        assertThat(count(
                        "SELECT count(*) FROM audit_entry WHERE what = 'MessageTyped' AND who = 'rosa' AND why::text LIKE :line",
                        Map.of("line", "%" + lineOf(reply) + "%")))
                .isOne();
    }

    @Test
    void an_unread_reply_holds_machines_and_not_people() throws Exception {
        var patient = enrolled();
        var reply = reply(patient, "hello?");

        type(lineOf(reply), "Hello, Sam here", "sam");

        soon().untilAsserted(() -> assertThat(bodiesTo(patient)).endsWith("Hello, Sam here"));
    }

    @Test
    void whoever_stopped_texts_is_not_texted_and_the_colleague_hears_it_at_once() throws Exception {
        var patient = enrolled();
        var reply = reply(patient, "STOP");

        var refused = type(lineOf(reply), "Please call us", "rosa");

        assertThat(refused.statusCode()).isEqualTo(HttpStatus.CONFLICT.value());
        assertThat(refused.body()).contains("opted-out", "Call instead");
        assertThat(count("SELECT count(*) FROM message WHERE kind = 'TYPED' AND line_id = :line", line(reply)))
                .isZero();
    }

    @Test
    void a_number_nobody_is_known_for_can_be_answered_too() throws Exception {
        var stranger = somebody();
        var reply = replyFrom(stranger.number(), "who is this?");

        type(lineOf(reply), "This is Harbor Clinic. Did we reach the wrong number?", "fred");

        soon().untilAsserted(() -> assertThat(bodiesTo(stranger)).hasSize(1));
    }

    @Test
    void one_that_does_not_arrive_is_told_with_its_author() throws Exception {
        var patient = enrolled();
        var reply = reply(patient, "hello");
        carrier.next(new CarrierAnswer.Refuse(400, 30003));

        type(lineOf(reply), "Are you there?", "rosa");

        assertThat(topics.await(MessageUndelivered.class, patient.id().value()).typedBy())
                .isEqualTo(new StaffId("rosa"));
    }

    @Test
    void empty_words_and_an_unknown_line_are_refused() throws Exception {
        var reply = reply(enrolled(), "hello");

        assertThat(type(lineOf(reply), " ", "rosa").statusCode()).isEqualTo(400);
        assertThat(type(new LineId(UUID.randomUUID()), "hello", "rosa").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> type(LineId line, String words, String who) throws IOException, InterruptedException {
        return HTTP.send(
                ask("/v1/lines/" + line + "/texts", who)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"" + words + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String get(String path) throws IOException, InterruptedException {
        return HTTP.send(ask(path, "rosa").build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder ask(String path, String who) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + Tokens.ofStaff(who, "messaging", Role.STAFF));
    }

    private Map<String, ?> line(ReplyId reply) {
        return Map.of("line", lineOf(reply).value());
    }
}
