package aftercare.messaging.readthrough;

import static aftercare.messaging.columns.Columns.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aftercare.messaging.Scene;
import aftercare.platform.access.Role;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.ReadThroughFellBehind;
import aftercare.schemas.messaging.ReplyFlagged;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import aftercare.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Humans read after the machine. */
class ReadThroughIT extends Scene {
    private static final StaffId SAM = new StaffId("sam");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @LocalServerPort
    int port;

    @Autowired
    private FallingBehind fallingBehind;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void nothingElseWaits() {
        jdbc.sql("DELETE FROM read_through").update();
        jdbc.sql("UPDATE read_through_told SET told_at = '1970-01-01T00:00:00Z'")
                .update();
    }

    @Test
    void a_reader_gets_each_routine_reply_with_what_was_asked_and_nothing_that_is_more() {
        var patient = enrolled();
        awaitState(request(patient, Purpose.CHECK_IN, "How is your mood?", openWindow(), 0, null, mood()), "SENT");
        awaitState(request(patient, Purpose.LOGISTICS, "Your visit is booked"), "SENT");
        var reply = reply(patient, "seven");
        routine(reply);
        crisis(reply(patient, "x"));
        verdict(reply(patient, "y"), Level.CONCERN, Urgency.SOON, false);

        var entries = entries(claim(ROSA));

        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst())
                .containsEntry("replyId", reply.toString())
                .containsEntry("text", "seven")
                .containsEntry("asked", "How is your mood?")
                .containsEntry("ending", "COURTESY");
        assertThat(entries.toString()).doesNotContain(patient.name(), patient.number());
        assertThat(audited("RoutineReplyShown", reply)).isEqualTo(1);
    }

    @Test
    void two_readers_never_have_the_same_replies_and_each_hears_of_the_other() {
        var patient = enrolled();
        var reply = reply(patient, "thanks");
        routine(reply);
        assertThat(entries(claim(ROSA))).hasSize(1);

        var others = claim(SAM);
        assertThat(entries(others)).isEmpty();
        assertThat(others.toString()).contains("staffId=rosa, replies=1").contains("waiting=1");
        assertThat(entries(claim(ROSA))).hasSize(1);

        jdbc.sql("UPDATE read_through SET claimed_until = claimed_until - interval '16 minutes'")
                .update();
        assertThat(entries(claim(SAM))).hasSize(1);
        assertThat(entries(claim(ROSA))).isEmpty();
    }

    @Test
    void a_text_that_no_key_opens_keeps_no_other_from_its_reader() {
        var patient = enrolled();
        var broken = reply(patient, "thanks");
        routine(broken);
        routine(reply(patient, "ok"));
        jdbc.sql("UPDATE reply SET text = :text WHERE id = :id")
                .param("text", sealer.seal("thanks", UUID.randomUUID(), "text").sealed())
                .param("id", broken.value())
                .update();

        var entries = entries(claim(ROSA));

        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst().get("text")).isNull();
        assertThat(entries.getLast()).containsEntry("text", "ok");
    }

    @Test
    void fifty_are_given_at_a_time_the_oldest_first() {
        var patient = enrolled();
        var first = reply(patient, "thanks");
        routine(first);
        copies(first, 60, clock.instant());

        assertThat(entries(claim(ROSA)))
                .hasSize(50)
                .first()
                .extracting("replyId")
                .isEqualTo(first.toString());
        assertThat(entries(claim(SAM))).hasSize(11);
    }

    @Test
    void seen_is_seen_once_and_only_its_reader_takes_it_back_while_it_is_theirs() {
        var patient = enrolled();
        var reply = reply(patient, "thanks");
        routine(reply);
        claim(ROSA);

        assertThat(post(ROSA, reply, "seen", Map.of()).toString()).contains("readBy=rosa");
        assertThat(post(SAM, reply, "seen", Map.of()).toString()).contains("readBy=rosa");
        assertThat(audited("RoutineReplySeen", reply)).isEqualTo(1);
        assertThat(entries(claim(ROSA))).isEmpty();
        assertThatThrownBy(() -> undo(SAM, reply)).isInstanceOf(HttpClientErrorException.Conflict.class);

        undo(ROSA, reply);
        assertThat(entries(claim(ROSA))).hasSize(1);
        assertThat(audited("RoutineReplySeenUndone", reply)).isEqualTo(1);

        post(ROSA, reply, "seen", Map.of());
        jdbc.sql("UPDATE read_through SET claimed_until = claimed_until - interval '16 minutes'")
                .update();
        assertThatThrownBy(() -> undo(ROSA, reply)).isInstanceOf(HttpClientErrorException.Conflict.class);
    }

    @Test
    void a_flag_holds_at_once_and_is_told_once_however_often_it_is_pressed() {
        var patient = enrolled();
        var reply = reply(patient, "I am fine, look after my dog");
        routine(reply);
        claim(ROSA);

        post(ROSA, reply, "flag", Map.of("level", "CRISIS"));
        post(ROSA, reply, "flag", Map.of("level", "CRISIS"));
        var mark = post(SAM, reply, "flag", Map.of("level", "CONCERN"));

        assertThat(mark.toString()).contains("flaggedBy=rosa", "flaggedLevel=CRISIS");
        var line = lineOf(reply).toString();
        var flag = topics.await(ReplyFlagged.class, line);
        assertThat(flag.by()).isEqualTo(ROSA);
        assertThat(flag.level()).isEqualTo(Level.CRISIS);
        assertThat(flag.patientIds()).containsExactly(patient.id());
        assertThat(audited("RoutineReplyFlagged", reply)).isEqualTo(1);
        assertThatThrownBy(() -> undo(ROSA, reply)).isInstanceOf(HttpClientErrorException.Conflict.class);
        var checkIn = request(patient, Purpose.CHECK_IN, "How are you?");
        awaitWaiting(checkIn, "GATE");
        assertThat(topics.facts(ReplyFlagged.class, line)).hasSize(1);

        release(patient, reply, null, false);
        awaitState(checkIn, "SENT");
    }

    @Test
    void a_graver_flag_counts_again() {
        var patient = enrolled();
        var reply = reply(patient, "hm");
        routine(reply);

        post(ROSA, reply, "flag", Map.of("level", "CONCERN"));
        post(SAM, reply, "flag", Map.of("level", "CRISIS"));

        soon().until(() ->
                topics.facts(ReplyFlagged.class, lineOf(reply).toString()).size() == 2);
        assertThat(topics.facts(ReplyFlagged.class, lineOf(reply).toString()))
                .extracting(ReplyFlagged::level)
                .containsExactly(Level.CONCERN, Level.CRISIS);
    }

    @Test
    void only_clinicians_read_and_routine_is_no_flag() {
        var patient = enrolled();
        var reply = reply(patient, "hm");
        routine(reply);

        assertThatThrownBy(() -> post(ROSA, reply, "flag", Map.of("level", "ROUTINE")))
                .isInstanceOf(HttpClientErrorException.UnprocessableContent.class);
        assertThatThrownBy(() -> post(ROSA, ReplyId.random(), "seen", Map.of()))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        assertThatThrownBy(() -> client(new StaffId("fred"), Role.STAFF, Role.FRONT_DESK)
                        .post()
                        .uri("/v1/read-through/claims")
                        .retrieve()
                        .toBodilessEntity())
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    @Test
    void what_readers_flag_of_what_they_read_is_the_miss_rate_by_version() {
        var patient = enrolled();
        for (var word : List.of("a", "b", "c")) {
            routine(reply(patient, word));
        }
        var entries = entries(claim(ROSA));
        post(ROSA, id(entries.get(0)), "seen", Map.of());
        post(ROSA, id(entries.get(1)), "flag", Map.of("level", "CONCERN"));

        var rates = client(ROSA, Role.STAFF, Role.CLINICIAN)
                .get()
                .uri("/v1/read-through/miss-rate")
                .retrieve()
                .body(String.class);

        assertThat(rates).contains("\"all\":{\"read\":2,\"flagged\":1,\"rate\":0.5", "\"version\":\"test+test\"");
    }

    @Test
    void on_a_day_of_more_than_a_thousand_the_clinics_share_is_read_blindly_and_the_rest_left_out() {
        var sampling = sampling(0.1);
        var noon = clock.instant()
                .atZone(NEW_YORK)
                .toLocalDate()
                .minusDays(1)
                .atTime(12, 0)
                .atZone(NEW_YORK);
        var quiet = noon.minusDays(1).toInstant();
        var busy = noon.toInstant();
        var patient = enrolled();
        var reply = reply(patient, "thanks");
        routine(reply);
        copies(reply, 1_000, quiet);
        copies(reply, 1_500, busy);
        var atRisk = enrolled();
        crisis(reply(atRisk, "x"));
        var watched = reply(atRisk, "ok");
        routine(watched);
        copies(watched, 1, busy);
        jdbc.sql("""
                UPDATE read_through SET read_by = 'rosa', read_at = :now
                 WHERE reply_id IN (SELECT reply_id FROM read_through WHERE received_at = :busy LIMIT 200)
                """).param("now", at(clock.instant())).param("busy", at(busy)).update();

        var decided = 0;
        for (var now = decide(sampling); now > 0; now = decide(sampling)) {
            decided += now;
        }

        assertThat(decided).isBetween(1_300, 1_301);
        assertThat(count("received_at = :at AND left_out", quiet)).isZero();
        assertThat(count("received_at = :at AND read_at IS NOT NULL AND weight = 1 AND NOT left_out", busy))
                .isBetween(199L, 200L);
        assertThat(count("received_at = :at AND read_at IS NULL AND NOT left_out AND abs(weight - 10) < 0.001", busy))
                .isBetween(80L, 190L);
        assertThat(count("received_at = :at AND left_out AND weight = 0", busy)).isGreaterThan(1_000);
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM read_through t JOIN reply r ON r.id = t.reply_id
                         WHERE r.line_id = :line AND t.left_out
                        """)
                        .param("line", lineOf(watched).value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_waits_longer_than_twelve_hours_is_told_once_in_twelve_hours() {
        var patient = enrolled();
        var reply = reply(patient, "thanks");
        routine(reply);
        var told = topics.facts(ReadThroughFellBehind.class, "read-through").size();
        var now = clock.instant();
        assertThat(fallingBehind.nextDueAfter(now).orElseThrow())
                .isBetween(now.plus(Duration.ofHours(11)), now.plus(Duration.ofHours(12)));

        fallingBehind.tell(now.plus(Duration.ofHours(11)));
        fallingBehind.tell(now.plus(Duration.ofHours(13)));
        fallingBehind.tell(now.plus(Duration.ofHours(14)));
        soon().until(() ->
                topics.facts(ReadThroughFellBehind.class, "read-through").size() > told);
        fallingBehind.tell(now.plus(Duration.ofHours(26)));
        soon().until(() ->
                topics.facts(ReadThroughFellBehind.class, "read-through").size() == told + 2);

        assertThat(topics.facts(ReadThroughFellBehind.class, "read-through")
                        .getLast()
                        .waiting())
                .isEqualTo(1);
        post(ROSA, reply, "seen", Map.of());
        assertThat(fallingBehind.nextDueAfter(now)).isEmpty();
    }

    private int decide(Sampling sampling) {
        return Objects.requireNonNull(transaction.execute(status -> sampling.decide(clock.instant(), clock.instant())));
    }

    private Sampling sampling(double share) {
        var settings = new ReadThroughSettings(
                share, Duration.ofDays(14), Duration.ofMinutes(15), Duration.ofHours(12), Duration.ofDays(90));
        return new Sampling(jdbc, sealer, settings, NEW_YORK);
    }

    /** More replies like one, received at another time. */
    private void copies(ReplyId like, int many, Instant receivedAt) {
        for (var i = 0; i < many; i++) {
            var id = UUID.randomUUID();
            jdbc.sql("""
                    INSERT INTO reply (id, no, line_id, source, text, media_count, received_at, taken_at, level)
                    SELECT :id, nextval('deed'), line_id, source, :text, 0, :at, taken_at, 'ROUTINE' FROM reply WHERE id = :like
                    """)
                    .param("id", id)
                    .param("text", sealer.seal("thanks", id, "text").sealed())
                    .param("at", at(receivedAt))
                    .param("like", like.value())
                    .update();
            jdbc.sql("INSERT INTO read_through (reply_id, received_at, version) VALUES (:id, :at, 'test+test')")
                    .param("id", id)
                    .param("at", at(receivedAt))
                    .update();
        }
    }

    private long count(String where, Instant at) {
        return count("SELECT count(*) FROM read_through WHERE " + where, Map.of("at", at(at)));
    }

    private long audited(String what, ReplyId reply) {
        return count(
                "SELECT count(*) FROM audit_entry WHERE what = :what AND about = :about",
                Map.of("what", what, "about", "reply/" + reply));
    }

    private Map<String, Object> claim(StaffId who) {
        return Objects.requireNonNull(client(who, Role.STAFF, Role.CLINICIAN)
                .post()
                .uri("/v1/read-through/claims")
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {}));
    }

    @SuppressWarnings("unchecked") // the batch's entries are objects
    private static List<Map<String, Object>> entries(Map<String, Object> batch) {
        return (List<Map<String, Object>>) Objects.requireNonNull(batch.get("entries"));
    }

    private static ReplyId id(Map<String, Object> entry) {
        return new ReplyId(UUID.fromString(String.valueOf(entry.get("replyId"))));
    }

    private Map<String, Object> post(StaffId who, ReplyId reply, String deed, Map<String, String> body) {
        return Objects.requireNonNull(client(who, Role.STAFF, Role.CLINICIAN)
                .post()
                .uri("/v1/read-through/{id}/{deed}", reply, deed)
                .body(body)
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {}));
    }

    private void undo(StaffId who, ReplyId reply) {
        client(who, Role.STAFF, Role.CLINICIAN)
                .post()
                .uri("/v1/read-through/{id}/unseen", reply)
                .retrieve()
                .toBodilessEntity();
    }

    private RestClient client(StaffId who, Role... roles) {
        return RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader("Authorization", "Bearer " + Tokens.ofStaff(who.value(), "messaging", roles))
                .build();
    }
}
