package aftercare.escalation;

import static aftercare.escalation.Clinic.MIRA;
import static aftercare.escalation.Clinic.OTTO;
import static aftercare.escalation.Clinic.ROSA;
import static aftercare.escalation.Clinic.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.duework.DueWork;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.screening.Level;
import aftercare.testkit.CarrierAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The chain tries itself, and colleagues practise; a patient is never taken for either. */
class ExercisesIT {
    private static final String CANARY = "+12025550122";
    private static final String CLINIC_NUMBER = "+12025550120";
    private static final String PAGING_NUMBER = "+12025550121";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> SETTINGS = Map.of(
            "escalation.canary.number", CANARY,
            "escalation.canary.every", "6h",
            "escalation.canary.within", "5m",
            "escalation.policy.steps[0].notifications[0].by", "SMS",
            "escalation.policy.steps[0].notifications[1].by", "VOICE");
    private static Clinic clinic;

    private final LineId canarysLine = LineId.random();

    @BeforeAll
    static void open() {
        clinic = Clinic.open(SETTINGS);
    }

    @AfterAll
    static void close() {
        clinic.change("DELETE FROM canary_schedule");
        clinic.close();
    }

    @BeforeEach
    void quiet() {
        clinic.carrier().reset();
        theCanarysLineIs("[]");
    }

    @AfterEach
    void everyCaseIsResolved() {
        clinic.carrier().callsTo(ROSA).forEach(call -> clinic.carrier().end(call, "completed"));
        clinic.carrier().reset();
        clinic.change("UPDATE exercise SET ended_at = started_at, outcome = 'CALLED_OFF' WHERE ended_at IS NULL");
        clinic.resolveAll();
        clinic.change("UPDATE escalation SET state = 'RESOLVED', resolved_by = 'test', resolved_at = now(),"
                + " disposition = 'EXERCISE_OVER' WHERE state <> 'RESOLVED'");
        clinic.change("UPDATE canary_schedule SET due_at = due_at + interval '100 days'");
        clinic.quietDown();
        clinic.change("UPDATE dispatch SET state = 'DELIVERED' WHERE way = 'VOICE' AND state IN ('READY', 'SENT')");
    }

    private void theCanarysLineIs(String patients) {
        clinic.messaging()
                .answers("/v1/lines/lookup", "{\"lineId\":\"" + canarysLine + "\",\"patientIds\":" + patients + "}");
    }

    private static void aCanaryIsDue() {
        clinic.change("UPDATE canary_schedule SET due_at = timestamptz '" + clinic.now() + "'");
        clinic.service().getBean("exerciseDueWork", DueWork.class).wake();
    }

    private void screenedAsCrisis(LineId line, List<PatientId> patients) {
        var event = UUID.randomUUID();
        clinic.publish(event, clinic.verdicts().verdict(event, ReplyId.random(), line, patients, Level.CRISIS, null));
    }

    private static void toTheCanary(String from, String body) {
        var url = clinic.service().getEnvironment().getRequiredProperty("aftercare.public-url");
        assertThat(clinic.carrier()
                        .deliver(URI.create(url + "/webhooks/twilio/canary"), from, CANARY, body)
                        .httpStatus())
                .isEqualTo(200);
    }

    private static JsonNode asOtto(String path) {
        return read(clinic.as("nobody").get(path).body());
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static void awaitOutcome(String outcome) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(asOtto("/v1/canary")
                                .path("last")
                                .path("outcome")
                                .asString(""))
                        .isEqualTo(outcome));
    }

    private static int unfinished() {
        return clinic.count("SELECT count(*) FROM exercise WHERE ended_at IS NULL");
    }

    private String startDrill() {
        var answer = clinic.as("mira").post("/v1/drills", "{\"reason\":\"new colleague\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        clinic.awaitTexts(CLINIC_NUMBER, 1);
        return read(answer.body()).get("drillId").asString();
    }

    private static JsonNode drill(String id) {
        return read(clinic.as("mira").get("/v1/drills/" + id).body());
    }

    @Test
    void a_canary_that_comes_back_as_a_page_closes_the_loop_and_nobody_is_woken_or_asked() {
        aCanaryIsDue();
        clinic.awaitTexts(CLINIC_NUMBER, 1);
        assertThat(clinic.carrier().textsTo(CLINIC_NUMBER).getFirst().from()).isEqualTo(CANARY);

        screenedAsCrisis(canarysLine, List.of());
        clinic.awaitTexts(CANARY, 1);
        assertThat(clinic.openCases()).as("no human sees it").isEmpty();
        toTheCanary(PAGING_NUMBER, clinic.textsTo(CANARY).getFirst());

        awaitOutcome("CLOSED");
        var last = asOtto("/v1/canary").get("last");
        assertThat(last.get("secondsToPage").asDouble()).isGreaterThan(0).isLessThan(60);
        assertThat(last.get("screenedAt").isNull()).isFalse();
        clinic.quietDown();
        assertThat(clinic.count("SELECT count(*) FROM escalation WHERE state <> 'RESOLVED' AND origin = 'CANARY'"))
                .isZero();
        assertThat(clinic.count(
                        "SELECT count(*) FROM hold WHERE released_at IS NULL AND line_id = '" + canarysLine + "'"))
                .isZero();
        assertThat(clinic.workOn(canarysLine)).isEmpty();
        assertThat(clinic.count("SELECT count(*) FROM review r JOIN escalation e ON e.id = r.escalation_id"
                        + " WHERE e.origin <> 'PATIENT'"))
                .isZero();
        List.of(ROSA, SAM, MIRA, OTTO)
                .forEach(number -> assertThat(clinic.textsTo(number)).isEmpty());
    }

    @Test
    void what_the_watch_brings_without_a_verdict_does_not_close_the_loop() {
        aCanaryIsDue();
        clinic.awaitTexts(CLINIC_NUMBER, 1);
        var overdue = "[{\"replyId\":\"" + ReplyId.random() + "\",\"lineId\":\"" + canarysLine
                + "\",\"patientIds\":[],\"receivedAt\":\"2026-03-04T02:14:00Z\"}]";
        clinic.messaging().overdue(overdue);
        clinic.awaitTexts(CANARY, 1);
        clinic.messaging().overdue("[]");

        toTheCanary(PAGING_NUMBER, clinic.textsTo(CANARY).getFirst());

        clinic.quietDown();
        assertThat(unfinished()).isEqualTo(1);
    }

    @Test
    void a_missed_canary_is_an_alarm_its_case_ends_and_a_late_page_is_noted() {
        aCanaryIsDue();
        clinic.awaitTexts(CLINIC_NUMBER, 1);
        screenedAsCrisis(canarysLine, List.of());
        clinic.awaitTexts(CANARY, 1);
        var page = clinic.textsTo(CANARY).getFirst();

        clinic.forward(Duration.ofMinutes(5).plusSeconds(1));

        awaitOutcome("MISSED");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(clinic.messaging().alarms()).anyMatch(alarm -> alarm.contains("CANARY_MISSED")));
        clinic.awaitText(OTTO, "whole chain");
        assertThat(clinic.count("SELECT count(*) FROM escalation WHERE state <> 'RESOLVED' AND origin = 'CANARY'"))
                .isZero();
        toTheCanary(PAGING_NUMBER, page);
        assertThat(asOtto("/v1/canary").get("last").get("late").asBoolean()).isTrue();
    }

    @Test
    void a_verdict_without_a_run_is_a_patients() {
        screenedAsCrisis(canarysLine, List.of());

        clinic.awaitTexts(ROSA, 1);
        assertThat(clinic.textsTo(ROSA).getFirst()).doesNotContain("DRILL");
        assertThat(clinic.onlyCase().get("origin")).isEqualTo("PATIENT");
    }

    @Test
    void a_patient_who_has_come_behind_the_canarys_line_meanwhile_is_paged_for() {
        aCanaryIsDue();
        clinic.awaitTexts(CLINIC_NUMBER, 1);
        screenedAsCrisis(canarysLine, List.of());
        clinic.awaitTexts(CANARY, 1);

        screenedAsCrisis(canarysLine, List.of(new PatientId("patient-of-" + canarysLine)));

        clinic.awaitTexts(ROSA, 1);
        assertThat(clinic.onlyCase().get("origin")).isEqualTo("PATIENT");
    }

    @Test
    void no_canary_is_sent_from_a_patients_number_and_the_alarm_says_what_to_mend() {
        theCanarysLineIs("[\"p-1\"]");

        aCanaryIsDue();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(clinic.messaging().alarms())
                        .anyMatch(alarm -> alarm.contains("CANARY_REFUSED") && alarm.contains("patient's number")));
        assertThat(clinic.textsTo(CLINIC_NUMBER)).isEmpty();
        assertThat(unfinished()).isZero();
        var drill = clinic.as("mira").post("/v1/drills", "{}");
        assertThat(drill.status()).isEqualTo(422);
        assertThat(drill.body()).contains("patient's number");
    }

    @Test
    void what_a_stranger_writes_to_the_canarys_number_is_a_patients_reply() {
        toTheCanary("+12025550177", "please help me");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(clinic.messaging().handedOver())
                        .anyMatch(reply -> reply.contains("please help me")));
    }

    @Test
    void killed_between_the_text_and_the_page_the_loop_goes_on_after_the_restart() {
        aCanaryIsDue();
        clinic.awaitTexts(CLINIC_NUMBER, 1);
        clinic.service().getBean("textWork", DueWork.class).stop();
        try {
            screenedAsCrisis(canarysLine, List.of());
            await().atMost(PATIENCE)
                    .until(() -> clinic.count("SELECT count(*) FROM page p JOIN escalation e ON e.id = p.escalation_id"
                                    + " WHERE e.origin = 'CANARY' AND p.dispatch_id IS NULL AND p.dropped IS NULL")
                            == 1);
            try (var restarted = Clinic.open(SETTINGS)) {
                restarted.forward(Duration.between(restarted.now(), clinic.now()));
                restarted.awaitTexts(CANARY, 1);
                toTheCanary(PAGING_NUMBER, restarted.textsTo(CANARY).getFirst());
                awaitOutcome("CLOSED");
            }
        } finally {
            clinic.service().getBean("textWork", DueWork.class).start();
        }
    }

    @Test
    void a_text_that_the_carrier_refuses_is_tried_again_and_then_missed() {
        clinic.carrier().always(CLINIC_NUMBER, new CarrierAnswer.Refuse(400, 21610));
        aCanaryIsDue();
        await().atMost(PATIENCE).until(() -> clinic.carrier().posts() > 0);
        assertThat(unfinished()).isEqualTo(1);

        clinic.forward(Duration.ofMinutes(5).plusSeconds(1));

        awaitOutcome("MISSED");
    }

    @Test
    void a_drill_pages_the_real_on_call_says_so_and_is_scored_line_by_line() {
        var id = startDrill();
        screenedAsCrisis(canarysLine, List.of());
        clinic.awaitTexts(ROSA, 1);
        assertThat(clinic.textsTo(ROSA).getFirst()).startsWith("DRILL. Harbor Clinic alert: 1 patient needs you now");
        assertThat(clinic.onlyCase().get("origin")).isEqualTo("DRILL");
        assertThat(clinic.as("mira").post("/v1/drills", "{}").status()).isEqualTo(409);

        clinic.textFrom(ROSA, "1");
        clinic.awaitTexts(ROSA, 2);
        assertThat(clinic.textsTo(ROSA).getLast()).isEqualTo("You have it. It is a drill. Open the console.");
        var escalation = String.valueOf(clinic.onlyCase().get("escalationId"));
        var rosa = clinic.as("rosa");
        assertThat(rosa.post(
                                "/v1/escalations/" + escalation + "/calls",
                                "{\"outcome\":\"REACHED\",\"words\":\"practised\"}")
                        .status())
                .isBetween(200, 299);
        assertThat(rosa.post(
                                "/v1/escalations/" + escalation + "/resolution",
                                "{\"disposition\":\"REACHED_PASSIVE_SI\",\"note\":\"practised\",\"spokeWith\":\"nobody\",\"level\":\"LOW\","
                                        + "\"plan\":\"none\",\"nextContactAt\":\""
                                        + clinic.now().plus(Duration.ofDays(1))
                                        + "\",\"hold\":\"KEEP\",\"holdUntil\":\""
                                        + clinic.now().plus(Duration.ofDays(2)) + "\"}")
                        .status())
                .isEqualTo(204);

        await().atMost(PATIENCE)
                .until(() -> drill(id).get("outcome").asString("").equals("RESOLVED"));
        var score = drill(id).get("score").toString();
        assertThat(score).contains("\"what\":\"First page\"", "\"what\":\"Resolved\"", "Up to rung 1");
        assertThat(score).contains("2 of 8 steps done");
        assertThat(drill(id).get("passed").asBoolean()).isFalse();
        assertThat(clinic.workOn(canarysLine))
                .as("no follow-up, no kept hold, no review")
                .isEmpty();
        assertThat(clinic.count(
                        "SELECT count(*) FROM hold WHERE released_at IS NULL AND line_id = '" + canarysLine + "'"))
                .isZero();
        assertThat(clinic.audited("DrillStarted", "exercise/" + id)).isEqualTo(1);
        assertThat(clinic.audited("DrillEnded", "exercise/" + id)).isEqualTo(1);
        assertThat(rosa.post("/v1/escalations/" + escalation + "/reopening", "{\"reason\":\"again\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void in_a_drill_two_rehearses_the_call_and_no_phone_but_the_colleagues_rings() {
        assertThat(clinic.as("rosa")
                        .put("/v1/staff/me/pin", "{\"pin\":\"80552\"}")
                        .status())
                .isEqualTo(204);
        startDrill();
        screenedAsCrisis(canarysLine, List.of());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(clinic.carrier().callsTo(ROSA)).hasSize(1));
        var call = clinic.carrier().callsTo(ROSA).getFirst();
        var heard = new Spoken(clinic.carrier().pickUp(call));
        assertThat(heard.words()).startsWith("This is a drill.");

        for (var keys : List.of("1", "2", "80552")) {
            heard = new Spoken(clinic.carrier().press(call, heard.action(), keys));
        }

        assertThat(heard.words()).startsWith("This is a drill. Nobody is called.");
        assertThat(heard.twiml()).doesNotContain("<Dial");
        assertThat(clinic.messaging().asked()).doesNotContain("rosa");
        assertThat(clinic.detailOfOnlyCase()).contains("Rehearsed in a drill by phone: nobody was called.");
    }

    @Test
    void a_patient_in_need_ends_a_drill_at_once_and_no_text_speaks_of_both() {
        var id = startDrill();
        screenedAsCrisis(canarysLine, List.of());
        clinic.awaitTexts(ROSA, 1);

        await().atMost(PATIENCE).until(() -> clinic.carrier().callsTo(ROSA).size() == 1);
        var drillsCall = clinic.carrier().callsTo(ROSA).getFirst();
        assertThat(new Spoken(clinic.carrier().pickUp(drillsCall)).words()).startsWith("This is a drill.");

        clinic.crisis(LineId.random());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(clinic.carrier().callsTo(ROSA))
                        .as("no patient's page waits until the drill's call is over")
                        .hasSize(2));
        clinic.awaitTexts(ROSA, 2);
        assertThat(clinic.textsTo(ROSA).getLast())
                .startsWith("Harbor Clinic alert: 1 patient needs you now")
                .doesNotContain("DRILL");
        await().atMost(PATIENCE)
                .until(() -> drill(id).get("outcome").asString("").equals("PATIENT_CAME"));
        assertThat(clinic.onlyCase().get("origin")).isEqualTo("PATIENT");
        assertThat(clinic.as("mira").post("/v1/drills", "{}").status())
                .as("nobody practises while a patient waits")
                .isEqualTo(409);
    }

    @Test
    void a_drill_that_nobody_takes_goes_up_the_policy_and_ends_as_missed() {
        var id = startDrill();
        screenedAsCrisis(canarysLine, List.of());
        clinic.awaitTexts(ROSA, 1);
        clinic.forward(Duration.ofMinutes(5).plusSeconds(1));
        clinic.awaitTexts(SAM, 1);
        assertThat(clinic.textsTo(SAM).getFirst()).startsWith("DRILL. ");

        clinic.forward(Duration.ofMinutes(25));

        await().atMost(PATIENCE)
                .until(() -> drill(id).get("outcome").asString("").equals("UNANSWERED"));
        assertThat(drill(id).get("score").toString()).contains("Nobody took it.");
        assertThat(clinic.openCases()).isEmpty();
    }

    @Test
    void only_an_admin_starts_a_drill_or_calls_it_off() {
        assertThat(clinic.as("rosa").post("/v1/drills", "{}").status()).isEqualTo(403);
        var id = startDrill();
        screenedAsCrisis(canarysLine, List.of());
        clinic.awaitTexts(ROSA, 1);
        assertThat(clinic.as("rosa").post("/v1/drills/" + id + "/ending", "{}").status())
                .isEqualTo(403);

        assertThat(clinic.as("mira").post("/v1/drills/" + id + "/ending", "{}").status())
                .isEqualTo(204);

        assertThat(drill(id).get("outcome").asString()).isEqualTo("CALLED_OFF");
        assertThat(clinic.openCases()).isEmpty();
        assertThat(clinic.as("mira").post("/v1/drills/" + id + "/ending", "{}").status())
                .isEqualTo(409);
    }
}
