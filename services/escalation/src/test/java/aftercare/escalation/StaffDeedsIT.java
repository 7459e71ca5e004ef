package aftercare.escalation;

import static aftercare.escalation.Clinic.ROSA;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.journeys.CheckInMissed;
import aftercare.schemas.journeys.LowMoodFound;
import aftercare.schemas.journeys.RequestRaised;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What staff do with a case and with their work: the checklist, the safety plan, undoing a slip of the hand. */
class StaffDeedsIT {
    private static Clinic clinic;

    @BeforeAll
    static void open() {
        clinic = Clinic.open(Map.of());
        clinic.carrier().reset();
    }

    @AfterAll
    static void close() {
        clinic.close();
    }

    @AfterEach
    void everyCaseIsResolved() {
        clinic.resolveAll();
        clinic.quietDown();
        clinic.carrier().reset();
    }

    @Test
    void a_tick_is_recorded_with_who_and_when_and_so_is_taking_it_back() {
        var id = takenByRosa();

        assertThat(tick(id, "CALL", true)).isEqualTo(204);
        assertThat(tick(id, "CALL", true)).isEqualTo(204);
        assertThat(step(id, "CALL")).containsEntry("done", true).containsEntry("by", "rosa");
        assertThat(step(id, "CALL").get("at")).isNotNull();
        assertThat(tick(id, "CALL", false)).isEqualTo(204);

        assertThat(step(id, "CALL")).containsEntry("done", false).containsEntry("by", "rosa");
        assertThat(step(id, "READ")).containsEntry("done", false).containsEntry("by", null);
        assertThat(clinic.audited("StepTicked", "escalation/" + id)).isOne();
        assertThat(clinic.audited("StepUnticked", "escalation/" + id)).isOne();
        assertThat(clinic.count("SELECT count(*) FROM case_tick WHERE escalation_id = '" + id + "'"))
                .isEqualTo(2);
        assertThat(clinic.as("rosa").get("/v1/escalations/" + id).body()).contains("StepUnticked");
    }

    @Test
    void taking_and_resolving_tick_themselves_and_nobody_else_may() {
        var id = takenByRosa();

        assertThat(step(id, "ACKNOWLEDGE")).containsEntry("done", true).containsEntry("by", "rosa");
        assertThat(step(id, "DOCUMENT")).containsEntry("done", false);
        var refused = clinic.as("rosa").put("/v1/escalations/" + id + "/protocol/DOCUMENT", "{\"done\":true}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("ticked-by-deed", "Resolve it");
        clinic.resolveAll();
        assertThat(step(id, "DOCUMENT")).containsEntry("done", true).containsEntry("by", "rosa");
        assertThat(tick(id, "TELL_PRESCRIBER", true)).isEqualTo(204);
    }

    @Test
    void only_clinicians_tick_and_an_unknown_case_or_step_is_said_to_be_so() {
        var id = takenByRosa();

        var path = "/v1/escalations/" + id + "/protocol/READ";
        assertThat(clinic.as("fred").put(path, "{\"done\":true}").status()).isEqualTo(403);
        assertThat(tick(UUID.randomUUID(), "READ", true)).isEqualTo(404);
        assertThat(tick(id, "SLEEP", true)).isEqualTo(400);
        assertThat(clinic.as("fred").list("/v1/escalations/" + id + "/protocol"))
                .hasSize(10);
    }

    @Test
    void the_owners_tick_shows_that_they_are_on_it() {
        var id = takenByRosa();
        clinic.forward(Duration.ofMinutes(14));

        tick(id, "READ", true);
        clinic.forward(Duration.ofMinutes(14));

        assertThat(clinic.textsTo(ROSA)).noneMatch(text -> text.contains("quiet"));
        assertThat(clinic.as("rosa").get("/v1/escalations/" + id).body())
                .contains("StepTicked")
                .doesNotContain("OwnerReminded", "WentQuiet");
    }

    @Test
    void who_was_paged_sees_what_nobody_has() {
        clinic.crisis(LineId.random());
        clinic.awaitTexts(ROSA, 1);
        var id = clinic.onlyCase().get("escalationId");

        assertThat(clinic.as("rosa").list("/v1/pages/mine"))
                .singleElement()
                .satisfies(page ->
                        assertThat(page).containsEntry("escalationId", id).containsEntry("pages", 1));
        assertThat(clinic.as("sam").list("/v1/pages/mine")).isEmpty();
        clinic.as("sam").post("/v1/escalations/" + id + "/acknowledgement", "{}");
        assertThat(clinic.as("rosa").list("/v1/pages/mine")).isEmpty();
    }

    @Test
    void a_safety_plan_lies_sealed_and_each_change_is_a_version_of_its_own() {
        var path = "/v1/patients/" + UUID.randomUUID() + "/safety-plan";
        assertThat(clinic.as("rosa").get(path).status()).isEqualTo(404);

        assertThat(clinic.as("rosa").put(path, plan(0, "cannot sleep for days")).status())
                .isEqualTo(204);
        assertThat(clinic.as("sam").put(path, plan(1, "gives things away")).status())
                .isEqualTo(204);

        assertThat(clinic.as("rosa").one(path))
                .containsEntry("version", 2)
                .containsEntry("writtenBy", "sam")
                .containsEntry("warningSigns", "gives things away")
                .containsEntry("professionals", "988");
        var late = clinic.as("rosa").put(path, plan(1, "something else"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("plan-changed", "Read it again");
        assertThat(clinic.count("SELECT count(*) FROM safety_plan WHERE warning_signs LIKE '%things away%'"))
                .isZero();
    }

    @Test
    void a_safety_plan_is_for_clinicians_and_never_empty() {
        var path = "/v1/patients/somebody/safety-plan";

        assertThat(clinic.as("fred").get(path).status()).isEqualTo(403);
        assertThat(clinic.as("fred").put(path, plan(0, "x")).status()).isEqualTo(403);
        var empty = clinic.as("rosa").put(path, plan(0, " ").replace("988", ""));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("at least one of its six steps");
    }

    @Test
    void a_concern_closed_by_mistake_waits_again_and_holds_its_reply_again() {
        var line = LineId.random();
        concern(line);
        var item = clinic.workOn(line).getFirst();
        var path = "/v1/work-items/" + item.get("workItemId");
        clinic.as("rosa").post(path + "/closure", "{\"note\":\"read\"}");
        assertThat(clinic.workOn(line)).isEmpty();

        assertThat(clinic.as("fred").post(path + "/reopening", "{}").status()).isEqualTo(403);
        assertThat(clinic.as("rosa").post(path + "/reopening", "{}").status()).isEqualTo(204);

        assertThat(clinic.workOn(line))
                .singleElement()
                .satisfies(again -> assertThat(again)
                        .containsEntry("dueAt", item.get("dueAt"))
                        .containsEntry("closedBy", null));
        assertThat(clinic.eventsOf(line)).containsExactly("HoldReleased", "HoldPlaced");
        assertThat(clinic.as("rosa").post(path + "/reopening", "{}").body()).contains("not-closed");
        assertThat(clinic.audited("WorkItemReopened", "work-item/" + item.get("workItemId")))
                .isOne();
        clinic.as("rosa").post(path + "/closure", "{\"note\":\"read, really\"}");
        assertThat(clinic.eventsOf(line)).containsExactly("HoldReleased", "HoldPlaced", "HoldReleased");
        assertThat(clinic.count("SELECT count(*) FROM hold WHERE released_at IS NULL AND line_id = '" + line + "'"))
                .isZero();
    }

    @Test
    void a_kept_hold_that_was_released_is_not_taken_back() {
        var line = LineId.random();
        clinic.crisis(line);
        clinic.awaitTexts(ROSA, 1);
        clinic.as("rosa")
                .post(
                        "/v1/escalations/" + clinic.onlyCase().get("escalationId") + "/resolution",
                        "{\"disposition\":\"REACHED_NO_SI\",\"note\":\"fine\",\"hold\":\"KEEP\"}");
        var kept = clinic.workOn(line, "KEPT_HOLD").getFirst();
        clinic.as("rosa").post("/v1/holds/" + kept.get("holdId") + "/release", "{\"cancel\":false,\"note\":\"fine\"}");

        var refused = clinic.as("rosa").post("/v1/work-items/" + kept.get("workItemId") + "/reopening", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("hold-was-released");
    }

    @Test
    void the_list_comes_by_kind_and_in_pages_with_counts() {
        concern(LineId.random());
        for (var i = 0; i < 3; i++) {
            var patient = new PatientId("patient-" + UUID.randomUUID());
            clinic.publish(patient.value(), new CheckInMissed(patient, QuestionId.random(), "T1" + i, clinic.now()));
        }
        clinic.quietDown();

        var missed = clinic.as("rosa").list("/v1/work-items?kind=MISSED_CHECK_IN");
        assertThat(missed).hasSizeGreaterThanOrEqualTo(3).allMatch(item -> "MISSED_CHECK_IN".equals(item.get("kind")));
        assertThat(clinic.as("rosa").list("/v1/work-items?kind=MISSED_CHECK_IN&skip=1&limit=2"))
                .isEqualTo(missed.subList(1, 3));
        assertThat(clinic.as("rosa").list("/v1/work-items?kind=MISSED_CHECK_IN,CONCERN"))
                .hasSizeGreaterThan(missed.size());
        assertThat(clinic.as("rosa").list("/v1/work-items/counts"))
                .anySatisfy(count -> assertThat(count)
                        .containsEntry("kind", "MISSED_CHECK_IN")
                        .containsEntry("open", missed.size()));
        assertThat(clinic.as("rosa").get("/v1/work-items?limit=0").status()).isEqualTo(400);
    }

    @Test
    void what_a_patient_misses_and_what_falls_is_one_row_each_that_says_all_of_it() {
        var patient = new PatientId("patient-" + UUID.randomUUID());
        for (var touchpoint : List.of("T10", "T11", "T15")) {
            clinic.publish(patient.value(), new CheckInMissed(patient, QuestionId.random(), touchpoint, clinic.now()));
        }
        clinic.publish(patient.value(), low(patient, "MOOD_DROP"));
        clinic.publish(patient.value(), low(patient, "PHQ9_RISE"));
        clinic.quietDown();

        var work = clinic.as("rosa").list("/v1/patients/" + patient + "/work-items");
        assertThat(work).extracting(item -> item.get("kind")).containsExactlyInAnyOrder("MISSED_CHECK_IN", "LOW_MOOD");
        assertThat(work)
                .anySatisfy(item -> assertThat(String.valueOf(item.get("reasons")))
                        .contains("T10")
                        .contains("T11")
                        .contains("T15"));
        assertThat(work)
                .anySatisfy(item -> assertThat(String.valueOf(item.get("reasons")))
                        .contains("median of 14 days")
                        .contains("PHQ-9 up by 5"));
        var low = work.stream()
                .filter(item -> "LOW_MOOD".equals(item.get("kind")))
                .findFirst()
                .orElseThrow();
        assertThat(clinic.as("fred")
                        .post("/v1/work-items/" + low.get("workItemId") + "/closure", "{\"note\":\"seen\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_request_has_an_owner_and_what_a_fixed_text_answered_is_done_and_stays_visible() {
        var patient = new PatientId("patient-" + UUID.randomUUID());
        clinic.publish(patient.value(), request(patient, "SCHEDULING", null));
        clinic.publish(patient.value(), request(patient, "ADDRESS", new StaffId("mira")));
        clinic.quietDown();
        var work = clinic.as("fred").list("/v1/patients/" + patient + "/work-items");
        var open =
                work.stream().filter(item -> "OPEN".equals(item.get("state"))).toList();
        var done =
                work.stream().filter(item -> "CLOSED".equals(item.get("state"))).toList();
        assertThat(open).singleElement().satisfies(item -> assertThat(item).containsEntry("about", "SCHEDULING"));
        assertThat(done)
                .singleElement()
                .satisfies(
                        item -> assertThat(String.valueOf(item.get("reasons"))).contains("fixed text"));

        var path = "/v1/work-items/" + open.getFirst().get("workItemId") + "/owner";
        assertThat(clinic.as("fred").put(path, "{\"owner\":\"fred\"}").status()).isEqualTo(204);
        assertThat(ownerOf(patient)).isEqualTo("fred");
        assertThat(clinic.as("fred").put(path, "{\"owner\":\"stranger\"}").status())
                .isEqualTo(404);
        assertThat(clinic.as("fred").put(path, "{\"owner\":\"rosa\"}").status()).isEqualTo(204);
        assertThat(ownerOf(patient)).isEqualTo("rosa");
        assertThat(clinic.as("rosa").put(path, "{\"owner\":null}").status()).isEqualTo(204);
        assertThat(ownerOf(patient)).isNull();
        var closed = "/v1/work-items/" + done.getFirst().get("workItemId") + "/owner";
        assertThat(clinic.as("fred").put(closed, "{\"owner\":\"fred\"}").status())
                .isEqualTo(409);
    }

    private static @Nullable Object ownerOf(PatientId patient) {
        return clinic.as("rosa").list("/v1/patients/" + patient + "/work-items").stream()
                .filter(item -> "OPEN".equals(item.get("state")))
                .findFirst()
                .orElseThrow()
                .get("owner");
    }

    private static LowMoodFound low(PatientId patient, String rule) {
        return new LowMoodFound(patient, ReplyId.random(), List.of(rule), clinic.now());
    }

    private static RequestRaised request(PatientId patient, String topic, @Nullable StaffId answeredBy) {
        return new RequestRaised(UUID.randomUUID(), patient, ReplyId.random(), topic, answeredBy, clinic.now());
    }

    @Test
    void cases_are_listed_since_an_instant() {
        var id = takenByRosa().toString();
        clinic.resolveAll();
        var now = clinic.now();

        assertThat(casesSince(now.minusSeconds(3600))).contains(id);
        assertThat(casesSince(now.plusSeconds(1))).doesNotContain(id);
    }

    private static List<Object> casesSince(Instant instant) {
        return clinic.as("rosa").list("/v1/escalations?since=" + instant).stream()
                .map(found -> found.get("escalationId"))
                .toList();
    }

    private static UUID takenByRosa() {
        clinic.crisis(LineId.random());
        clinic.awaitTexts(ROSA, 1);
        var id = UUID.fromString((String) clinic.onlyCase().get("escalationId"));
        clinic.as("rosa").post("/v1/escalations/" + id + "/acknowledgement", "{}");
        return id;
    }

    private static void concern(LineId line) {
        var event = UUID.randomUUID();
        clinic.publish(event, clinic.verdicts().verdict(event, ReplyId.random(), line, Level.CONCERN, Urgency.SOON));
        clinic.quietDown();
    }

    private static int tick(UUID id, String step, boolean done) {
        return clinic.as("rosa")
                .put("/v1/escalations/" + id + "/protocol/" + step, "{\"done\":" + done + "}")
                .status();
    }

    private static Map<String, Object> step(UUID id, String step) {
        return clinic.as("rosa").list("/v1/escalations/" + id + "/protocol").stream()
                .filter(tick -> step.equals(tick.get("step")))
                .findFirst()
                .orElseThrow();
    }

    private static String plan(int basedOn, String signs) {
        return """
                {"basedOn":%d,"plan":{"warningSigns":"%s","ownCoping":"","distractions":"","peopleWhoHelp":"",
                 "professionals":"988","saferSurroundings":""}}""".formatted(basedOn, signs);
    }
}
