package aftercare.escalation;

import static aftercare.escalation.Clinic.MIRA;
import static aftercare.escalation.Clinic.ROSA;
import static aftercare.escalation.Clinic.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
import aftercare.schemas.StaffId;
import aftercare.schemas.journeys.CheckInMissed;
import aftercare.schemas.journeys.RequestRaised;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.MessageUndelivered;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import aftercare.testkit.CarrierAnswer.Fail;
import aftercare.testkit.CarrierAnswer.Refuse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nights at the clinic, against a real broker, a real database and a carrier that does as it is told. */
class EscalationIT {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static Clinic clinic;

    @BeforeAll
    static void open() {
        clinic = Clinic.open(Map.of());
    }

    @AfterAll
    static void close() {
        clinic.close();
    }

    @BeforeEach
    void quiet() {
        clinic.carrier().reset();
    }

    /** Later nights must not hear of earlier ones. */
    @AfterEach
    void everyCaseIsResolved() {
        clinic.carrier().reset();
        clinic.messaging().overdue("[]");
        clinic.resolveAll();
        clinic.quietDown();
    }

    @Test
    void a_crisis_pages_the_first_on_call_within_five_seconds_and_says_nothing_of_the_patient() {
        clinic.crisis(LineId.random());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.textsTo(ROSA)).hasSize(1));
        assertThat(clinic.textsTo(ROSA).getFirst())
                .matches(
                        "Harbor Clinic alert: 1 patient needs you now\\. Reply 1 to take it\\. \\(code [A-Z][0-9]+\\)");
        assertThat(clinic.textsTo(SAM)).isEmpty();
    }

    @Test
    void without_an_answer_the_second_is_paged_then_everyone_and_then_all_again() {
        clinic.crisis(LineId.random());
        clinic.awaitTexts(ROSA, 1);

        clinic.forward(Duration.ofMinutes(4));
        assertThat(clinic.textsTo(SAM)).isEmpty();
        clinic.forward(Duration.ofMinutes(1).plusSeconds(1));
        clinic.awaitTexts(SAM, 1);
        clinic.forward(Duration.ofMinutes(5));
        clinic.awaitTexts(MIRA, 1);
        clinic.awaitTexts(SAM, 2);
        clinic.forward(Duration.ofMinutes(5));
        clinic.awaitTexts(ROSA, 3);
        assertThat(clinic.textsTo(MIRA)).hasSize(1);
    }

    @Test
    void one_by_text_takes_the_case_and_stops_the_paging() {
        clinic.crisis(LineId.random());
        clinic.awaitTexts(ROSA, 1);

        clinic.textFrom(ROSA, "1");

        clinic.awaitTexts(ROSA, 2);
        assertThat(clinic.textsTo(ROSA).getLast()).isEqualTo("You have it. 1 case. Open the console.");
        assertThat(clinic.onlyCase().get("state")).isEqualTo("ACKNOWLEDGED");
        assertThat(clinic.onlyCase().get("acknowledgedBy")).isEqualTo("rosa");
        clinic.forward(Duration.ofMinutes(6));
        assertThat(clinic.textsTo(SAM)).isEmpty();
    }

    @Test
    void the_second_to_answer_is_told_who_has_it() {
        clinic.crisis(LineId.random());
        clinic.awaitTexts(ROSA, 1);
        clinic.forward(Duration.ofMinutes(5).plusSeconds(1));
        clinic.awaitTexts(SAM, 1);
        clinic.textFrom(ROSA, "1");
        clinic.awaitTexts(ROSA, 2);

        clinic.textFrom(SAM, "1.");

        clinic.awaitTexts(SAM, 2);
        assertThat(clinic.textsTo(SAM).getLast()).isEqualTo("Already taken by Rosa.");
    }

    @Test
    void of_many_who_take_it_at_once_one_has_it_and_the_others_hear_who() throws Exception {
        clinic.crisis(LineId.random());
        clinic.awaitTexts(ROSA, 1);
        var id = clinic.onlyCase().get("escalationId");

        try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> rosa = () -> clinic.as("rosa")
                    .post("/v1/escalations/" + id + "/acknowledgement", "{}")
                    .status();
            Callable<Integer> sam = () -> clinic.as("sam")
                    .post("/v1/escalations/" + id + "/acknowledgement", "{}")
                    .status();
            Callable<Integer> mira = () -> clinic.as("mira")
                    .post("/v1/escalations/" + id + "/acknowledgement", "{}")
                    .status();
            var answers = at.invokeAll(List.of(rosa, sam, mira));
            assertThat(answers).extracting(Future::get).containsExactlyInAnyOrder(204, 409, 409);
        }
        var late = "mira".equals(clinic.onlyCase().get("acknowledgedBy")) ? "rosa" : "mira";
        var refused = clinic.as(late).post("/v1/escalations/" + id + "/acknowledgement", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).containsPattern("(Rosa|Sam|Mira) already took this case at [0-9]{2}:[0-9]{2}");
    }

    @Test
    void a_refused_page_moves_on_to_the_next_step_at_once() {
        clinic.carrier().always(ROSA, new Refuse(400, 21211));

        clinic.crisis(LineId.random());

        clinic.awaitTexts(SAM, 1);
    }

    @Test
    void an_undelivered_page_moves_on_to_the_next_step_at_once() {
        clinic.crisis(LineId.random());
        clinic.awaitTexts(ROSA, 1);

        assertThat(clinic.carrier().report(clinic.carrier().textsTo(ROSA).getFirst(), "undelivered"))
                .isEqualTo(204);

        clinic.awaitTexts(SAM, 1);
    }

    @Test
    void a_page_of_which_nobody_knows_whether_it_went_goes_again() {
        clinic.carrier().next(new Fail(true));

        clinic.crisis(LineId.random());

        clinic.awaitTexts(ROSA, 2);
        assertThat(clinic.textsTo(SAM)).isEmpty();
    }

    @Test
    void a_verdict_told_twice_is_one_case_and_one_page() {
        var line = LineId.random();
        var eventId = UUID.randomUUID();
        var verdict = clinic.verdicts().crisis(eventId, line);
        clinic.publish(eventId, verdict);
        clinic.publish(eventId, verdict);
        clinic.publish(
                UUID.randomUUID(),
                clinic.verdicts().verdict(UUID.randomUUID(), verdict.replyId(), line, Level.CRISIS, null));

        clinic.awaitTexts(ROSA, 1);
        clinic.quietDown();
        assertThat(clinic.openCases()).hasSize(1);
        assertThat(clinic.textsTo(ROSA)).hasSize(1);
    }

    @Test
    void a_graver_reply_joins_the_open_case_and_pages_again() {
        var line = LineId.random();
        var event = UUID.randomUUID();
        clinic.publish(event, clinic.verdicts().concern(event, line, Urgency.NOW));
        clinic.awaitTexts(ROSA, 1);

        clinic.crisis(line);

        clinic.awaitTexts(ROSA, 2);
        assertThat(clinic.onlyCase().get("cause")).isEqualTo("CRISIS");
        assertThat(clinic.onlyCase().get("replies")).isEqualTo(2);
    }

    @Test
    void a_further_reply_is_told_to_whoever_has_the_case() {
        var line = LineId.random();
        clinic.crisis(line);
        clinic.awaitTexts(ROSA, 1);
        clinic.textFrom(ROSA, "1");
        clinic.awaitTexts(ROSA, 2);

        clinic.crisis(line);

        clinic.awaitTexts(ROSA, 3);
        assertThat(clinic.textsTo(ROSA).getLast()).contains("more has come in, your case ");
        assertThat(clinic.textsTo(SAM)).isEmpty();
    }

    @Test
    void a_quiet_owner_is_reminded_and_then_the_policy_pages_again_and_another_may_take_over() {
        clinic.crisis(LineId.random());
        clinic.awaitTexts(ROSA, 1);
        clinic.textFrom(ROSA, "1");
        clinic.awaitTexts(ROSA, 2);

        clinic.forward(Duration.ofMinutes(15).plusSeconds(1));
        clinic.awaitTexts(ROSA, 3);
        clinic.forward(Duration.ofMinutes(15).plusSeconds(1));
        clinic.awaitTexts(ROSA, 4);
        clinic.forward(Duration.ofMinutes(15).plusSeconds(1));
        clinic.awaitTexts(ROSA, 5);
        assertThat(clinic.textsTo(ROSA).getLast()).contains("1 patient needs you now");
        clinic.forward(Duration.ofMinutes(5).plusSeconds(1));
        clinic.awaitTexts(SAM, 1);
        clinic.textFrom(SAM, "1");

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(clinic.onlyCase().get("acknowledgedBy")).isEqualTo("sam"));
    }

    @Test
    void a_concern_that_can_wait_is_work_and_no_page() {
        var event = UUID.randomUUID();
        var line = LineId.random();
        clinic.publish(event, clinic.verdicts().concern(event, line, Urgency.SOON));

        await().atMost(SOON).untilAsserted(() -> assertThat(clinic.workOn(line)).hasSize(1));
        clinic.quietDown();
        assertThat(clinic.openCases()).isEmpty();
        assertThat(clinic.textsTo(ROSA)).isEmpty();
        var id = clinic.workOn(line).getFirst().get("workItemId");
        assertThat(clinic.as("fred")
                        .post("/v1/work-items/" + id + "/closure", "{\"note\":\"read\"}")
                        .status())
                .isEqualTo(403);
        assertThat(clinic.as("rosa")
                        .post("/v1/work-items/" + id + "/closure", "{\"note\":\"read\"}")
                        .status())
                .isEqualTo(204);
        assertThat(clinic.eventsOf(line)).contains("HoldReleased");
    }

    @Test
    void a_case_is_held_from_its_opening_and_ends_only_with_a_disposition_and_a_choice() {
        var line = LineId.random();
        clinic.crisis(line);
        clinic.awaitTexts(ROSA, 1);
        var id = clinic.onlyCase().get("escalationId");
        var resolution = "/v1/escalations/" + id + "/resolution";

        assertThat(clinic.as("rosa")
                        .post(
                                resolution,
                                "{\"disposition\":\"UNREACHABLE_CONTINUING\",\"note\":\"no answer\",\"hold\":\"RELEASE\"}")
                        .status())
                .isEqualTo(422);
        assertThat(clinic.as("rosa")
                        .post(resolution, "{\"disposition\":\"REACHED_NO_SI\",\"note\":\"idiom\"}")
                        .status())
                .isEqualTo(400);
        assertThat(clinic.as("fred")
                        .post(resolution, "{\"disposition\":\"REACHED_NO_SI\",\"note\":\"idiom\",\"hold\":\"RELEASE\"}")
                        .status())
                .isEqualTo(403);
        assertThat(clinic.as("rosa")
                        .post(resolution, "{\"disposition\":\"REACHED_NO_SI\",\"note\":\"idiom\",\"hold\":\"RELEASE\"}")
                        .status())
                .isEqualTo(204);
        assertThat(clinic.as("sam")
                        .post(resolution, "{\"disposition\":\"REACHED_NO_SI\",\"note\":\"idiom\",\"hold\":\"RELEASE\"}")
                        .body())
                .contains("Rosa already resolved this case at ");
        assertThat(clinic.eventsOf(line))
                .startsWith("EscalationOpened", "HoldPlaced")
                .contains("Paged", "Acknowledged", "Resolved")
                .endsWith("HoldReleased");
    }

    @Test
    void a_kept_hold_comes_up_as_work_and_only_a_human_releases_it() {
        var line = LineId.random();
        clinic.crisis(line);
        clinic.awaitTexts(ROSA, 1);
        var id = clinic.onlyCase().get("escalationId");
        clinic.as("rosa")
                .post(
                        "/v1/escalations/" + id + "/resolution",
                        "{\"disposition\":\"REACHED_NO_SI\",\"note\":\"call again\",\"hold\":\"KEEP\"}");

        var kept = clinic.workOn(line, "KEPT_HOLD").getFirst();
        assertThat(clinic.eventsOf(line)).doesNotContain("HoldReleased");
        var release = "/v1/holds/" + kept.get("holdId") + "/release";
        assertThat(clinic.as("fred")
                        .post(release, "{\"cancel\":false,\"note\":\"well\"}")
                        .status())
                .isEqualTo(403);
        assertThat(clinic.as("rosa")
                        .post(release, "{\"cancel\":false,\"note\":\"well\"}")
                        .status())
                .isEqualTo(204);
        assertThat(clinic.eventsOf(line)).endsWith("HoldReleased");
        assertThat(clinic.workOn(line, "KEPT_HOLD")).isEmpty();
    }

    @Test
    void the_case_page_shows_the_marked_words_and_that_somebody_looked_is_audited() {
        clinic.crisis(LineId.random());
        clinic.awaitTexts(ROSA, 1);
        var id = clinic.onlyCase().get("escalationId");

        var seen = clinic.as("rosa").get("/v1/escalations/" + id);

        assertThat(seen.body()).contains("want to die", "wish-to-die", "Says that they wish to be dead");
        assertThat(clinic.audited("CaseViewed", "escalation/" + id)).isEqualTo(1);
        assertThat(clinic.as("nobody").get("/v1/escalations/" + id).status()).isEqualTo(403);
    }

    @Test
    void a_resolved_case_that_is_opened_again_is_held_and_paged_as_if_new() {
        var line = LineId.random();
        clinic.crisis(line);
        clinic.awaitTexts(ROSA, 1);
        var id = clinic.onlyCase().get("escalationId");
        clinic.resolveAll();

        assertThat(clinic.as("rosa")
                        .post("/v1/escalations/" + id + "/reopening", "{\"reason\":\"called back\"}")
                        .status())
                .isEqualTo(204);

        clinic.awaitTexts(ROSA, 2);
        assertThat(clinic.eventsOf(line)).contains("Reopened").endsWith("HoldPlaced", "Paged");
    }

    @Test
    void replies_of_one_outage_are_one_page_with_a_count() {
        clinic.messaging().overdue(clinic.overdue(LineId.random(), LineId.random(), LineId.random()));

        clinic.awaitTexts(ROSA, 1);
        assertThat(clinic.textsTo(ROSA).getFirst()).contains("3 patients need you now");
        assertThat(clinic.openCases())
                .hasSize(3)
                .extracting(row -> row.get("cause"))
                .containsOnly("UNSCREENED");
        clinic.textFrom(ROSA, "1");
        clinic.awaitTexts(ROSA, 2);
        assertThat(clinic.textsTo(ROSA).getLast()).isEqualTo("You have it. 3 cases. Open the console.");
    }

    @Test
    void a_late_verdict_raises_the_case_of_an_unscreened_reply() {
        var line = LineId.random();
        var reply = ReplyId.random();
        clinic.messaging().overdue(clinic.overdue(reply, line));
        clinic.awaitTexts(ROSA, 1);

        var event = UUID.randomUUID();
        clinic.publish(event, clinic.verdicts().verdict(event, reply, line, Level.CRISIS, null));

        clinic.awaitTexts(ROSA, 2);
        assertThat(clinic.onlyCase().get("cause")).isEqualTo("CRISIS");
        assertThat(clinic.onlyCase().get("replies")).isEqualTo(1);
    }

    @Test
    void a_patients_text_to_the_paging_number_is_handed_over_until_it_is_taken() {
        clinic.messaging().broken(true);
        clinic.textFrom("+12025550155", "I can't go on");
        await().atMost(SOON)
                .until(() ->
                        clinic.count("SELECT count(*) FROM pager_text WHERE settled_at IS NULL AND attempts > 1") == 1);
        clinic.messaging().broken(false);

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(clinic.messaging().handedOver())
                        .filteredOn(body -> body.contains("I can't go on"))
                        .hasSize(1));
        assertThat(clinic.textsTo("+12025550155")).isEmpty();
    }

    @Test
    void words_of_a_colleague_take_nothing_and_are_answered_with_help() {
        clinic.crisis(LineId.random());
        clinic.awaitTexts(ROSA, 1);

        clinic.textFrom(ROSA, "1 min, I am driving");

        clinic.awaitTexts(ROSA, 2);
        assertThat(clinic.textsTo(ROSA).getLast()).startsWith("Reply 1 to take");
        assertThat(clinic.onlyCase().get("state")).isEqualTo("OPEN");
    }

    @Test
    void requests_and_missed_check_ins_wait_for_a_human_once_each() {
        var patient = new PatientId("p-" + UUID.randomUUID());
        var request = new RequestRaised(UUID.randomUUID(), patient, ReplyId.random(), "CALL_ME", null, clinic.now());
        clinic.publish(patient.value(), request);
        clinic.publish(patient.value(), request);
        clinic.publish(patient.value(), new CheckInMissed(patient, QuestionId.random(), "T10", clinic.now()));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.workOf(patient)).hasSize(2));
        clinic.quietDown();
        assertThat(clinic.workOf(patient))
                .extracting(item -> item.get("kind"))
                .containsExactlyInAnyOrder("REQUEST", "MISSED_CHECK_IN");
    }

    @Test
    void a_safety_text_that_did_not_arrive_is_a_task_and_an_education_text_is_not() {
        var patient = new PatientId("p-" + UUID.randomUUID());
        var lost = MessageId.random();
        var education = MessageId.random();
        clinic.publish(patient.value(), undelivered(lost, patient));
        clinic.publish(patient.value(), undelivered(education, patient));
        clinic.publish(patient.value(), requested(lost, patient, Purpose.CHECK_IN, "T10"));
        clinic.publish(patient.value(), requested(education, patient, Purpose.EDUCATION, "E01"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.workOf(patient)).hasSize(1));
        clinic.quietDown();
        assertThat(clinic.workOf(patient)).extracting(item -> item.get("kind")).containsExactly("UNDELIVERED");
    }

    @Test
    void what_a_colleague_typed_and_did_not_arrive_is_a_task() {
        var patient = new PatientId("p-" + UUID.randomUUID());
        clinic.publish(
                patient.value(),
                new MessageUndelivered(
                        MessageId.random(), patient, LineId.random(), 30003, clinic.now(), new StaffId("rosa")));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.workOf(patient)).hasSize(1));
        assertThat(clinic.workOf(patient).getFirst())
                .extractingByKey("reasons")
                .asString()
                .contains("a colleague typed");
    }

    private static MessageUndelivered undelivered(MessageId message, PatientId patient) {
        return new MessageUndelivered(message, patient, LineId.random(), 30003, clinic.now(), null);
    }

    private static MessageRequested requested(
            MessageId message, PatientId patient, Purpose purpose, String touchpoint) {
        var now = clinic.now();
        return new MessageRequested(
                message,
                patient,
                purpose,
                touchpoint,
                new Sealed("not read here"),
                "en",
                new Window(now, now.plusSeconds(3600)),
                1,
                null,
                null,
                null);
    }
}
