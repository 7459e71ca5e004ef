package aftercare.escalation;

import static aftercare.escalation.Clinic.ROSA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.messaging.ReadThroughFellBehind;
import aftercare.schemas.messaging.ReplyFlagged;
import aftercare.schemas.messaging.ReplyFoundLate;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import aftercare.schemas.screening.Span;
import aftercare.schemas.screening.Urgency;
import aftercare.schemas.screening.Versions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a later engine finds, and what a reader flags, comes before a human. */
class SecondLooksIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static Clinic clinic;

    private final LineId line = LineId.random();
    private final ReplyId reply = ReplyId.random();

    @BeforeAll
    static void open() {
        clinic = Clinic.open(Map.of("escalation.paging.outage-fold", "4s"));
    }

    @AfterAll
    static void close() {
        clinic.close();
    }

    @BeforeEach
    void quiet() {
        clinic.carrier().reset();
    }

    @AfterEach
    void everyCaseIsResolved() {
        clinic.carrier().reset();
        clinic.resolveAll();
        clinic.quietDown();
    }

    @Test
    void a_late_finding_of_yesterday_is_a_case_that_says_so() {
        foundLate(Duration.ofHours(20), false, null);

        clinic.awaitTexts(ROSA, 1);
        assertThat(clinic.onlyCase()).containsEntry("cause", "CRISIS");
        assertThat(caseOf(line))
                .contains("Found late: the reply of ", " was routine then", "Says goodbye", "bye", "2.0 newer")
                .contains(reply.toString());
        assertThat(clinic.workOn(line)).isEmpty();
        assertThat(clinic.eventsOf(line)).startsWith("EscalationOpened", "HoldPlaced");
    }

    @Test
    void an_older_one_is_work_for_a_clinician_and_closing_it_lets_the_texts_go() {
        foundLate(Duration.ofDays(5), false, null);

        await().atMost(SOON).untilAsserted(() -> assertThat(clinic.workOn(line)).hasSize(1));
        clinic.quietDown();
        assertThat(clinic.openCases()).isEmpty();
        assertThat(clinic.textsTo(ROSA)).isEmpty();
        var item = clinic.workOn(line).getFirst();
        assertThat(item)
                .containsEntry("kind", "LATE_FINDING")
                .containsEntry("replyId", reply.toString())
                .containsEntry("patientId", "patient-of-" + line);
        assertThat(String.valueOf(item.get("reasons"))).contains("Found late", "Says goodbye");
        var closure = "/v1/work-items/" + item.get("workItemId") + "/closure";
        assertThat(clinic.as("fred").post(closure, "{\"note\":\"read\"}").status())
                .isEqualTo(403);
        assertThat(clinic.eventsOf(line)).doesNotContain("HoldReleased");

        assertThat(clinic.as("rosa").post(closure, "{\"note\":\"read\"}").status())
                .isEqualTo(204);
        assertThat(clinic.eventsOf(line)).contains("HoldReleased");
    }

    @Test
    void one_that_a_human_has_dealt_with_is_work_too() {
        foundLate(Duration.ofHours(1), true, null);

        await().atMost(SOON).untilAsserted(() -> assertThat(clinic.workOn(line)).hasSize(1));
        clinic.quietDown();
        assertThat(clinic.openCases()).isEmpty();
    }

    @Test
    void one_whose_case_is_open_raises_that_case() {
        var event = UUID.randomUUID();
        clinic.publish(event, clinic.verdicts().verdict(event, reply, line, Level.CONCERN, Urgency.NOW));
        clinic.awaitTexts(ROSA, 1);

        foundLate(Duration.ofDays(5), false, null);

        clinic.awaitTexts(ROSA, 2);
        assertThat(clinic.onlyCase()).containsEntry("cause", "CRISIS").containsEntry("replies", 1);
        assertThat(clinic.workOn(line)).isEmpty();
    }

    @Test
    void many_of_one_run_are_a_text_with_a_count() {
        var run = UUID.randomUUID();
        foundLate(Duration.ofHours(1), false, run);
        clinic.awaitTexts(ROSA, 1);

        IntStream.range(0, 12)
                .forEach(i -> foundLate(ReplyId.random(), LineId.random(), Duration.ofHours(2), false, run));

        clinic.awaitTexts(ROSA, 2);
        clinic.quietDown();
        assertThat(clinic.textsTo(ROSA).getLast()).contains("13 patients need you now. Reply 1 to take all");
        assertThat(clinic.openCases()).hasSize(13);
        assertThat(clinic.textsTo(ROSA)).hasSize(2);
    }

    @Test
    void a_live_crisis_on_the_same_phone_waits_for_no_run() {
        var run = UUID.randomUUID();
        foundLate(Duration.ofHours(1), false, run);
        clinic.awaitTexts(ROSA, 1);
        var other = LineId.random();
        foundLate(ReplyId.random(), other, Duration.ofHours(2), false, run);
        await().atMost(SOON).untilAsserted(() -> assertThat(clinic.openCases()).hasSize(2));

        clinic.crisis(other);

        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(clinic.textsTo(ROSA)).hasSize(2));
    }

    @Test
    void what_screening_says_of_an_old_reply_is_left_to_messaging() {
        var event = UUID.randomUUID();
        var live = clinic.verdicts().crisis(event, line);
        clinic.publish(
                event,
                new ReplyScreened(
                        live.replyId(),
                        line,
                        live.patientIds(),
                        Level.CRISIS,
                        null,
                        null,
                        false,
                        live.categories(),
                        live.spans(),
                        live.reasons(),
                        0.9,
                        null,
                        live.versions(),
                        ScreeningPurpose.RESCREEN,
                        clinic.now()));
        clinic.crisis(LineId.random());

        clinic.awaitTexts(ROSA, 1);
        clinic.quietDown();
        assertThat(clinic.openCases()).hasSize(1);
        assertThat(clinic.eventsOf(line)).isEmpty();
    }

    @Test
    void a_flag_opens_a_case_that_says_who_flagged_it_once() {
        var event = UUID.randomUUID();
        publish(event, flagged(Level.CRISIS));
        publish(event, flagged(Level.CRISIS));

        clinic.awaitTexts(ROSA, 1);
        clinic.quietDown();
        assertThat(clinic.onlyCase()).containsEntry("cause", "CRISIS");
        assertThat(caseOf(line)).contains("Sam flagged it in the read-through", "\"who\":\"sam\"");
        assertThat(clinic.textsTo(ROSA)).hasSize(1);
    }

    @Test
    void a_flag_as_concern_pages_as_concern() {
        publish(UUID.randomUUID(), flagged(Level.CONCERN));

        clinic.awaitTexts(ROSA, 1);
        assertThat(clinic.onlyCase()).containsEntry("cause", "CONCERN_NOW");
    }

    @Test
    void a_flag_on_a_reply_whose_case_has_ended_opens_another() {
        foundLate(Duration.ofHours(1), false, null);
        clinic.awaitTexts(ROSA, 1);
        clinic.resolveAll();

        publish(UUID.randomUUID(), flagged(Level.CRISIS));

        clinic.awaitTexts(ROSA, 2);
        assertThat(clinic.onlyCase()).containsEntry("cause", "STAFF");
        clinic.resolveAll();
        assertThat(clinic.eventsOf(line)).endsWith("HoldReleased");
    }

    @Test
    void a_flag_on_a_reply_of_an_open_case_is_written_into_it() {
        foundLate(Duration.ofHours(1), false, null);
        clinic.awaitTexts(ROSA, 1);

        publish(UUID.randomUUID(), flagged(Level.CRISIS));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(caseOf(line)).contains("Sam flagged it in the read-through"));
        clinic.quietDown();
        assertThat(clinic.openCases()).hasSize(1);
    }

    @Test
    void reading_that_fell_behind_is_one_item_at_a_time_for_clinicians() {
        clinic.as("rosa").list("/v1/work-items?state=open").stream()
                .filter(item -> "READ_THROUGH".equals(item.get("kind")))
                .forEach(item -> clinic.as("rosa")
                        .post("/v1/work-items/" + item.get("workItemId") + "/closure", "{\"note\":\"read\"}"));
        clinic.publish("read-through", fellBehind(37));
        clinic.publish("read-through", fellBehind(40));

        await().atMost(SOON).untilAsserted(() -> assertThat(readThrough()).hasSize(1));
        clinic.quietDown();
        assertThat(readThrough()).hasSize(1);
        assertThat(String.valueOf(readThrough().getFirst().get("reasons")))
                .contains("37 routine replies wait too long for a reader, the oldest since ");
        var closure = "/v1/work-items/" + readThrough().getFirst().get("workItemId") + "/closure";
        assertThat(clinic.as("fred").post(closure, "{\"note\":\"read\"}").status())
                .isEqualTo(403);
        assertThat(clinic.as("rosa").post(closure, "{\"note\":\"read\"}").status())
                .isEqualTo(204);
        assertThat(clinic.textsTo(ROSA)).isEmpty();
    }

    private static List<Map<String, Object>> readThrough() {
        return clinic.as("rosa").list("/v1/work-items?state=open").stream()
                .filter(item -> "READ_THROUGH".equals(item.get("kind")))
                .toList();
    }

    private static ReadThroughFellBehind fellBehind(int waiting) {
        return new ReadThroughFellBehind(waiting, clinic.now().minus(Duration.ofHours(13)), clinic.now());
    }

    private ReplyFlagged flagged(Level level) {
        return new ReplyFlagged(
                reply, line, List.of(new PatientId("patient-of-" + line)), new StaffId("sam"), level, clinic.now());
    }

    private void publish(UUID event, ReplyFlagged flag) {
        clinic.publish(event, line.toString(), flag);
    }

    private void foundLate(Duration age, boolean handled, @Nullable UUID run) {
        foundLate(reply, line, age, handled, run);
    }

    private static void foundLate(ReplyId reply, LineId line, Duration age, boolean handled, @Nullable UUID run) {
        var event = UUID.randomUUID();
        clinic.publish(event, line.toString(), late(event, reply, line, age, handled, run));
    }

    private static ReplyFoundLate late(
            UUID event, ReplyId reply, LineId line, Duration age, boolean handled, @Nullable UUID run) {
        var sealer = clinic.service().getBean(Sealer.class);
        return new ReplyFoundLate(
                reply,
                line,
                List.of(new PatientId("patient-of-" + line)),
                run,
                clinic.now().minus(age),
                Level.ROUTINE,
                handled,
                List.of("FINALITY"),
                List.of(new Span(0, 3, sealer.seal("bye", event, "spans/0"), "goodbye")),
                List.of("Says goodbye"),
                new Versions("2.0", "newer", null),
                clinic.now());
    }

    private static String caseOf(LineId line) {
        var open = clinic.openCases().stream()
                .filter(row -> line.toString().equals(row.get("lineId")))
                .findFirst()
                .orElseThrow();
        return clinic.as("rosa")
                .get("/v1/escalations/" + open.get("escalationId"))
                .body();
    }
}
