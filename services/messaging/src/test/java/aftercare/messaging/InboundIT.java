package aftercare.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.platform.access.Role;
import aftercare.schemas.ReplyId;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.ReplyReceived;
import aftercare.schemas.messaging.Sender;
import aftercare.testkit.Tokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

/** S2 and S4 at the door: what the carrier brings is taken once, whole, or not at all. */
class InboundIT extends Scene {
    @LocalServerPort
    int port;

    @Test
    void a_reply_travels_with_its_thread_its_patients_and_the_open_question() {
        var patient = enrolled();
        var question = mood();
        awaitState(request(patient, Purpose.CHECK_IN, "Mood 0-10?", openWindow(), 0, null, question), "SENT");
        var first = reply(patient, "hm");
        var second = reply(patient, "7");

        var fact = fact(second);
        assertThat(fact.fact().patientIds()).containsExactly(patient.id());
        assertThat(fact.fact().question()).isEqualTo(question);
        assertThat(fact.fact().language()).isEqualTo("en");
        assertThat(fact.fact().escalationOpen()).isFalse();
        assertThat(sealer.open(fact.fact().text(), fact.id(), "text")).isEqualTo("7");
        assertThat(fact.fact().thread())
                .extracting(text -> text.from())
                .containsExactly(Sender.CLINIC, Sender.CLINIC, Sender.PATIENT);
        assertThat(sealer.open(fact.fact().thread().get(1).text(), fact.id(), "thread/1"))
                .isEqualTo("Mood 0-10?");
        assertThat(sealer.open(fact.fact().thread().get(2).text(), fact.id(), "thread/2"))
                .isEqualTo("hm");
        assertThat(fact(first).fact().thread()).hasSize(2);
    }

    @Test
    void the_same_text_brought_twice_is_one_reply_and_200_both_times() {
        var patient = enrolled();
        var sid = "SM" + UUID.randomUUID();
        var form = Map.of("MessageSid", sid, "From", patient.number(), "To", CLINIC, "Body", "hi");
        assertThat(carrier.post(webhook(), form)).isEqualTo(200);
        assertThat(carrier.post(webhook(), form)).isEqualTo(200);
        var reply = replyOf(sid).orElseThrow();
        fact(reply);
        assertThat(count(
                        "SELECT count(*) FROM reply WHERE line_id = :line",
                        Map.of("line", lineOf(reply).value())))
                .isEqualTo(1);
        assertThat(topics.facts(ReplyReceived.class, lineOf(reply).toString())).hasSize(1);
    }

    @Test
    void an_unsigned_call_is_refused_and_leaves_nothing() throws IOException, InterruptedException {
        var sid = "SM" + UUID.randomUUID();
        var request = HttpRequest.newBuilder(webhook())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("MessageSid=" + sid + "&From=%2B14155550000&Body=hi"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(403);
        }
        assertThat(replyOf(sid)).isEmpty();
    }

    @Test
    void a_text_without_a_sender_is_kept_for_humans() {
        var sid = "SM" + UUID.randomUUID();
        assertThat(carrier.post(webhook(), Map.of("MessageSid", sid, "NumMedia", "many")))
                .isEqualTo(200);
        var fact = fact(replyOf(sid).orElseThrow()).fact();
        assertThat(fact.patientIds()).isEmpty();
        assertThat(fact.mediaCount()).isEqualTo(1);
    }

    @Test
    void a_stranger_gets_a_line_without_patients_and_is_screened_like_anybody() {
        var stranger = somebody();
        var fact = fact(reply(stranger, "who is this")).fact();
        assertThat(fact.patientIds()).isEmpty();
        assertThat(fact.language()).isNull();
    }

    @Test
    void when_any_part_fails_the_carrier_hears_5xx_nothing_is_kept_and_its_next_try_succeeds() {
        var patient = enrolled();
        var sid = "SM" + UUID.randomUUID();
        var form = Map.of("MessageSid", sid, "From", patient.number(), "To", CLINIC, "Body", "STOP");
        jdbc.sql("ALTER TABLE reply_patient RENAME TO reply_patient_away").update();
        try {
            assertThat(carrier.post(webhook(), form)).isBetween(500, 599);
        } finally {
            jdbc.sql("ALTER TABLE reply_patient_away RENAME TO reply_patient").update();
        }
        assertThat(replyOf(sid)).isEmpty();
        assertThat(carrier.post(webhook(), form)).isEqualTo(200);
        fact(replyOf(sid).orElseThrow());
    }

    @Test
    void a_text_that_reached_the_paging_number_is_taken_once_too() {
        var patient = enrolled();
        var body = """
                {"carrierId":"SM-paging-%s","from":"%s","body":"is anybody there","mediaCount":0}""".formatted(patient.id(), patient.number());
        var first = handOver(body);
        assertThat(handOver(body)).isEqualTo(first);
        assertThat(fact(first).fact().patientIds()).containsExactly(patient.id());
    }

    @Test
    void staff_read_the_thread_and_a_text_that_crossed_a_crisis_says_so() {
        var patient = enrolled();
        awaitState(request(patient, Purpose.CHECK_IN, "How are you?"), "SENT");
        var reply = reply(patient, "x");
        crisis(reply);
        var thread = get("/v1/lines/" + lineOf(reply) + "/thread");
        assertThat(thread).contains("How are you?", "\"level\":\"CRISIS\"", "\"crossed\":true");
        assertThat(get("/v1/lines/" + lineOf(reply))).contains(patient.name(), patient.number(), "\"ALL\"");
        assertThat(get("/v1/patients/" + patient.id() + "/timeline"))
                .contains("GRANT", "OFFER", "How are you?", "\"shared\":false");
        assertThat(get("/v1/patients/" + patient.id())).contains(patient.name());
        assertThat(search(patient.name().substring(3))).contains(patient.id().value());
    }

    private Fact fact(ReplyId reply) {
        var line = lineOf(reply).toString();
        return soon().until(
                        () -> topics.on("messaging.replies", line).stream()
                                .filter(event -> event.payload() instanceof ReplyReceived received
                                        && received.replyId().equals(reply))
                                .map(event -> new Fact(event.id(), (ReplyReceived) event.payload()))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private record Fact(UUID id, ReplyReceived fact) {}

    private ReplyId handOver(String body) {
        var taken = RestClient.create("http://127.0.0.1:" + port)
                .post()
                .uri("/v1/replies")
                .header("Authorization", "Bearer " + Tokens.ofService("escalation", "messaging"))
                .header("Content-Type", "application/json")
                .body(body)
                .retrieve()
                .body(String.class);
        var id = (taken == null ? "" : taken).replaceAll(".*\"replyId\":\"([^\"]+)\".*", "$1");
        return new ReplyId(UUID.fromString(id));
    }

    private String get(String path) {
        var body = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .header("Authorization", "Bearer " + Tokens.ofStaff("rosa", "messaging", Role.STAFF, Role.CLINICIAN))
                .retrieve()
                .body(String.class);
        return body == null ? "" : body;
    }

    private String search(String text) {
        var body = RestClient.create("http://127.0.0.1:" + port)
                .post()
                .uri("/v1/patients/search")
                .header("Authorization", "Bearer " + Tokens.ofStaff("rosa", "messaging", Role.STAFF))
                .header("Content-Type", "application/json")
                .body("{\"text\":\"" + text + "\"}")
                .retrieve()
                .body(String.class);
        return body == null ? "" : body;
    }
}
