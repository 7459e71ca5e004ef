package aftercare.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.EscalationId;
import aftercare.schemas.HoldId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.escalation.HoldChoice;
import aftercare.schemas.escalation.HoldPlaced;
import aftercare.schemas.escalation.HoldScope;
import aftercare.schemas.escalation.Resolved;
import aftercare.schemas.messaging.MessageSkipped;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.SkipReason;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import aftercare.testkit.Tokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

/** S1 and S5 through the broker, the database and the carrier. */
class GateIT extends Scene {
    @LocalServerPort
    int port;

    @Test
    void while_reply_2_is_unscreened_the_answer_to_reply_1_is_not_sent() {
        var patient = enrolled();
        var first = reply(patient, "what time is my visit");
        routine(first);
        var second = reply(patient, "and can I eat before");
        var answer = answer(patient, first, "At ten");

        awaitWaiting(answer, "GATE");
        assertThat(bodiesTo(patient)).hasSize(1);

        routine(second);
        awaitState(answer, "SENT");
        assertThat(bodiesTo(patient)).endsWith("At ten");
    }

    @Test
    void a_crisis_holds_what_is_queued_until_a_human_lets_go() {
        var patient = enrolled();
        var reply = reply(patient, "x");
        crisis(reply);
        var logistics = request(patient, Purpose.LOGISTICS, "Bring an escort");

        awaitWaiting(logistics, "GATE");
        assertThat(bodiesTo(patient)).hasSize(1);

        release(patient, reply, null, false);
        awaitState(logistics, "SENT");
    }

    @Test
    void a_cancelled_hold_skips_what_was_queued_and_says_so() {
        var patient = enrolled();
        var reply = reply(patient, "x");
        crisis(reply);
        var checkIn = request(patient, Purpose.CHECK_IN, "How are you?");
        awaitWaiting(checkIn, "GATE");

        release(patient, reply, null, true);

        awaitSkipped(checkIn, "CANCELLED_BY_STAFF");
        assertThat(bodiesTo(patient)).hasSize(1);
        assertThat(topics.await(MessageSkipped.class, patient.id().value()).reason())
                .isEqualTo(SkipReason.CANCELLED_BY_STAFF);
        var later = request(patient, Purpose.CHECK_IN, "A new one");
        awaitState(later, "SENT");
    }

    @Test
    void a_concern_lets_logistics_through_and_nothing_else() {
        var patient = enrolled();
        var reply = reply(patient, "x");
        verdict(reply, Level.CONCERN, Urgency.SOON, false);
        var education = request(patient, Purpose.EDUCATION, "Did you know");
        var answer = answer(patient, reply, "A machine's answer");
        var logistics = request(patient, Purpose.LOGISTICS, "Bring an escort");

        awaitState(logistics, "SENT");
        awaitWaiting(education, "GATE");
        awaitWaiting(answer, "GATE");
        release(patient, reply, null, false);
        awaitState(education, "SENT");
        awaitSkipped(answer, "HELD");
        assertThat(bodiesTo(patient)).doesNotContain("A machine's answer");
    }

    @Test
    void an_unscreened_reply_holds_even_when_a_late_verdict_is_routine() {
        var patient = enrolled();
        var reply = reply(patient, "thanks");
        assertThat(overdue("PT0S")).contains(reply.toString());
        routine(reply);
        var checkIn = request(patient, Purpose.CHECK_IN, "How are you?");
        awaitWaiting(checkIn, "GATE");
        assertThat(bodiesTo(patient)).hasSize(1);

        release(patient, reply, null, false);
        awaitState(checkIn, "SENT");
    }

    @Test
    void the_watch_hears_of_a_reply_without_a_level_each_time_it_asks_until_it_has_one() {
        var patient = enrolled();
        var reply = reply(patient, "thanks");
        assertThat(overdue("PT1H")).doesNotContain(reply.toString());
        assertThat(overdue("PT0S")).contains(reply.toString(), patient.id().value());
        assertThat(overdue("PT1H")).contains(reply.toString());
        crisis(reply);
        assertThat(overdue("PT0S")).doesNotContain(reply.toString());
    }

    @Test
    void a_release_that_comes_before_its_case_still_opens_the_gate() {
        var patient = enrolled();
        var reply = reply(patient, "x");
        var escalation = EscalationId.random();
        var openedAt = clock.instant();
        crisis(reply);
        release(patient, reply, escalation, false);
        var checkIn = request(patient, Purpose.CHECK_IN, "How are you?");
        awaitWaiting(checkIn, "GATE");

        // Only now we hear which replies the case is about; it was resolved long ago.
        caseOpened(escalation, patient, reply, openedAt);
        resolved(escalation, patient, reply);
        awaitState(checkIn, "SENT");
    }

    @Test
    void an_open_case_holds_a_line_whose_replies_are_all_released() {
        var patient = enrolled();
        var reply = reply(patient, "x");
        crisis(reply);
        release(patient, reply, null, false);
        caseOpened(EscalationId.random(), patient, reply, clock.instant());
        var logistics = request(patient, Purpose.LOGISTICS, "Bring an escort");
        awaitWaiting(logistics, "GATE");
        assertThat(bodiesTo(patient)).hasSize(1);
    }

    @Test
    void a_second_phone_that_a_case_holds_counts_as_having_a_case_open() {
        var patient = enrolled();
        var first = reply(patient, "x");
        crisis(first);
        var escalation = EscalationId.random();
        caseOpened(escalation, patient, first, clock.instant());
        var second = reply(somebody(), "END");
        routine(second);
        assertThat(line(second)).doesNotContain("CASE_OPEN");

        var now = clock.instant();
        var placed = new HoldPlaced(
                HoldId.random(),
                lineOf(second),
                List.of(patient.id()),
                escalation,
                HoldScope.ALL,
                null,
                ROSA,
                "A case is open",
                now);
        var event = topics.publish(patient.id().value(), now, placed);
        soon().until(() -> seen(event));

        assertThat(line(second)).contains("CASE_OPEN", "ALL");
    }

    @Test
    void what_waits_to_be_sent_is_told_without_its_words() {
        var patient = enrolled();
        crisis(reply(patient, "x"));
        var checkIn = request(patient, Purpose.CHECK_IN, "How are you?");
        awaitWaiting(checkIn, "GATE");

        assertThat(get("/v1/patients/" + patient.id() + "/queue"))
                .contains(checkIn.toString(), "CHECK_IN", "closesAt")
                .doesNotContain("How are you?");
    }

    @Test
    void a_crisis_on_a_shared_number_holds_everyone_behind_it_wherever_they_are_texted() {
        var one = enrolled();
        var other = somebody();
        chart(other, List.of(other.number(), one.number()), true, null, null);
        optIn(other);
        var reply = reply(one, "x");
        crisis(reply);
        var toOne = request(one, Purpose.CHECK_IN, "How are you, one?");
        var toOther = request(other, Purpose.CHECK_IN, "How are you, other?");

        awaitWaiting(toOne, "GATE");
        awaitWaiting(toOther, "GATE");
        assertThat(bodiesTo(other)).hasSize(1);

        release(one, reply, null, false);
        awaitState(toOne, "SENT");
        awaitState(toOther, "SENT");
    }

    @Test
    void a_verdict_that_comes_twice_counts_once() {
        var patient = enrolled();
        var reply = reply(patient, "x");
        var event = UUID.randomUUID();
        var verdict = verdictOf(reply, Level.CRISIS, null, false);
        publish(event, verdict, lineOf(reply));
        publish(event, verdict, lineOf(reply));
        soon().until(() -> seen(event));
        routine(reply);
        assertThat(jdbc.sql("SELECT count(*) FROM verdict WHERE reply_id = :id")
                        .param("id", reply.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("SELECT level FROM reply WHERE id = :id")
                        .param("id", reply.value())
                        .query(String.class)
                        .single())
                .isEqualTo("CRISIS");
    }

    private void resolved(EscalationId escalation, Somebody patient, ReplyId reply) {
        var now = clock.instant();
        var event = topics.publish(
                patient.id().value(),
                now,
                new Resolved(
                        escalation,
                        lineOf(reply),
                        List.of(patient.id()),
                        ROSA,
                        "REACHED_NO_SI",
                        HoldChoice.RELEASE,
                        null,
                        now));
        soon().until(() -> seen(event));
    }

    private String line(ReplyId reply) {
        return get("/v1/lines/" + lineOf(reply));
    }

    private String get(String path) {
        var body = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .header("Authorization", "Bearer " + Tokens.ofService("escalation", "messaging"))
                .retrieve()
                .body(String.class);
        return body == null ? "" : body;
    }

    private String overdue(String olderThan) {
        var body = RestClient.create("http://127.0.0.1:" + port)
                .post()
                .uri("/v1/replies/overdue")
                .header("Authorization", "Bearer " + Tokens.ofService("escalation", "messaging"))
                .header("Content-Type", "application/json")
                .body("{\"olderThan\":\"" + olderThan + "\"}")
                .retrieve()
                .body(String.class);
        return body == null ? "" : body;
    }
}
