package aftercare.escalation;

import static aftercare.escalation.Clinic.MIRA;
import static aftercare.escalation.Clinic.ROSA;
import static aftercare.escalation.Clinic.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.escalation.Clinic.Answer;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case from hand to hand, its two ways out, and what comes after. */
class CaseLifecycleIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String NO_RISK = "{\"reason\":\"IDIOM\",\"restsOn\":\"THREAD\"}";
    private static Clinic clinic;

    private final LineId line = LineId.random();
    private final PatientId patient = new PatientId("patient-of-" + line);

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

    @AfterEach
    void everyCaseIsResolved() {
        clinic.carrier().reset();
        clinic.resolveAll();
        clinic.quietDown();
    }

    @Test
    void a_reply_by_another_phone_of_the_patient_joins_and_both_phones_are_held_until_the_end() {
        var other = LineId.random();
        var id = opened();

        crisis(other, ReplyId.random(), List.of(patient));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(clinic.onlyCase().get("replies")).isEqualTo(2));
        assertThat(clinic.onlyCase().get("lineIds")).isEqualTo(List.of(line.toString(), other.toString()));
        assertThat(activeHolds(id)).isEqualTo(2);
        noRisk("rosa", id);
        assertThat(activeHolds(id)).isZero();
        assertThat(clinic.eventsOf(line)).contains("EscalationJoined");
    }

    @Test
    void a_stranger_on_the_same_phone_widens_the_hold() {
        var id = opened();
        var stranger = new PatientId("p-" + UUID.randomUUID());

        crisis(line, ReplyId.random(), List.of(patient, stranger));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.count("SELECT count(*) FROM hold WHERE escalation_id = '" + id
                                + "' AND '" + stranger + "' = ANY(patient_ids)"))
                        .isEqualTo(1));
    }

    @Test
    void an_offered_case_is_the_owners_until_the_colleague_takes_it_and_then_the_owner_hears_of_it() {
        var id = takenBy("rosa");
        assertThat(post("rosa", id, "offer", "{\"to\":\"fred\"}").status()).isEqualTo(422);
        assertThat(post("mira", id, "offer", "{\"to\":\"sam\"}").body()).contains("Rosa has this case");

        assertThat(post("rosa", id, "offer", "{\"to\":\"sam\"}").status()).isEqualTo(204);
        clinic.awaitTexts(SAM, 1);
        assertThat(clinic.textsTo(SAM).getFirst()).contains("a colleague asks you to take " + code());
        assertThat(clinic.onlyCase()).containsEntry("acknowledgedBy", "rosa").containsEntry("offeredTo", "sam");
        assertThat(post("mira", id, "acknowledgement", "{}").status()).isEqualTo(409);
        clinic.textFrom(SAM, "1 " + code());

        await().atMost(SOON).untilAsserted(() -> assertThat(clinic.onlyCase()).containsEntry("acknowledgedBy", "sam"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.textsTo(ROSA))
                        .anyMatch(text -> text.contains("Sam has taken case " + code() + " from you")));
        assertThat(clinic.eventsOf(line)).contains("Reassigned");
    }

    @Test
    void an_offer_that_is_declined_or_lapses_leaves_the_case_where_it_was() {
        var id = takenBy("rosa");
        post("rosa", id, "offer", "{\"to\":\"sam\"}");
        assertThat(post("mira", id, "offer/refusal", "{}").status()).isEqualTo(409);
        assertThat(post("sam", id, "offer/refusal", "{}").status()).isEqualTo(204);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.textsTo(ROSA))
                        .anyMatch(text -> text.contains("Sam can't take case " + code() + ": it is still yours")));

        post("rosa", id, "offer", "{\"to\":\"mira\"}");
        clinic.forward(Duration.ofMinutes(5).plusSeconds(1));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.textsTo(ROSA))
                        .anyMatch(text -> text.contains("Mira has not taken case " + code() + ": it is still yours")));
        assertThat(clinic.onlyCase()).containsEntry("acknowledgedBy", "rosa").containsEntry("offeredTo", null);
        assertThat(post("mira", id, "acknowledgement", "{}").status()).isEqualTo(409);
    }

    @Test
    void whoever_is_on_the_phone_has_it_with_a_call_logged_and_a_second_claim_is_told_so() {
        var id = takenBy("rosa");

        assertThat(post("fred", id, "claim", "{}").status()).isEqualTo(403);
        assertThat(post("sam", id, "claim", "{}").status()).isEqualTo(204);

        assertThat(clinic.onlyCase()).containsEntry("acknowledgedBy", "sam").containsEntry("onPhone", true);
        assertThat(clinic.onlyCase().get("firstCallAt")).isNotNull();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.textsTo(ROSA))
                        .anyMatch(
                                text -> text.contains("Sam is on the phone with the patient of your case " + code())));
        var second = post("mira", id, "claim", "{}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("Sam said before you that they are on the phone");
    }

    @Test
    void only_a_call_begins_the_quiet_time_anew_and_still_working_puts_it_off_once() {
        var id = takenBy("rosa");
        var before = clinic.textsTo(ROSA).size();

        clinic.forward(Duration.ofMinutes(10));
        assertThat(post("rosa", id, "notes", "{\"note\":\"reading the thread\"}")
                        .status())
                .isEqualTo(204);
        clinic.forward(Duration.ofMinutes(5).plusSeconds(1));
        clinic.awaitTexts(ROSA, before + 1);
        post("rosa", id, "notes", "{\"note\":\"her number is busy\",\"stillWorking\":true}");
        clinic.forward(Duration.ofMinutes(14));
        post("rosa", id, "notes", "{\"note\":\"still\",\"stillWorking\":true}");
        assertThat(clinic.textsTo(ROSA)).hasSize(before + 1);
        clinic.forward(Duration.ofMinutes(1).plusSeconds(1));
        clinic.awaitTexts(ROSA, before + 2);

        post("rosa", id, "calls", "{\"outcome\":\"NO_ANSWER\"}");
        clinic.forward(Duration.ofMinutes(14));

        assertThat(clinic.textsTo(ROSA)).hasSize(before + 2);
        assertThat(clinic.as("rosa").get("/v1/escalations/" + id).body()).contains("\"outcome\":\"NO_ANSWER\"");
    }

    @Test
    void a_case_that_gets_graver_is_answered_soon_or_on_call_is_paged() {
        var event = UUID.randomUUID();
        clinic.publish(event, clinic.verdicts().concern(event, line, Urgency.NOW));
        clinic.awaitTexts(ROSA, 1);
        post("rosa", id(), "acknowledgement", "{}");

        crisis(line, ReplyId.random(), List.of(patient));
        clinic.awaitTexts(ROSA, 2);
        assertThat(clinic.onlyCase().get("needsSomeone")).isEqualTo(false);
        clinic.forward(Duration.ofMinutes(5).plusSeconds(1));

        clinic.awaitTexts(ROSA, 3);
        assertThat(clinic.onlyCase().get("needsSomeone")).isEqualTo(true);
    }

    /** Threads against the real tables: whatever they say at once, one has it, and each hears what became of what they said. */
    @Test
    void of_many_deeds_at_once_one_human_has_the_case_and_each_hears_the_outcome() throws Exception {
        var id = opened();
        var staff = List.of("rosa", "sam", "mira");
        for (var round = 0; round < 12; round++) {
            var random = new Random(round);
            var deeds = new ArrayList<Callable<Said>>();
            for (var i = 0; i < 9; i++) {
                var who = staff.get(random.nextInt(staff.size()));
                var deed = random.nextInt(3) == 0 ? "claim" : "acknowledgement";
                deeds.add(() -> new Said(who, post(who, id, deed, "{}")));
            }
            var to = staff.get(random.nextInt(staff.size()));
            deeds.add(() -> new Said("rosa", post("rosa", id, "offer", "{\"to\":\"" + to + "\"}")));
            deeds.add(() -> new Said(to, post(to, id, "offer/refusal", "{}")));
            try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var said : at.invokeAll(deeds)) {
                    var answer = said.get().answer();
                    assertThat(answer.status()).isIn(204, 409, 422);
                    if (answer.status() != 204) {
                        assertThat(answer.body()).contains("\"detail\"");
                    }
                }
            }
            var owner = clinic.onlyCase().get("acknowledgedBy");
            assertThat(owner).isIn(staff.toArray());
            assertThat(clinic.count(
                            "SELECT count(*) FROM pursuit WHERE kind = 'REMIND' AND escalation_id = '" + id + "'"))
                    .isEqualTo(1);
            assertThat(ownersByHistory(id)).isEqualTo(owner);
        }
    }

    private record Said(String who, Answer answer) {}

    @Test
    void of_two_who_end_a_case_at_once_one_does_and_the_other_hears_who() throws Exception {
        var id = opened();
        try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> rosa = () -> post("rosa", id, "no-risk", NO_RISK);
            Callable<Answer> sam = () -> post("sam", id, "no-risk", NO_RISK);
            var answers = new ArrayList<Answer>();
            for (var answer : at.invokeAll(List.of(rosa, sam))) {
                answers.add(answer.get());
            }
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
            assertThat(answers).anyMatch(answer -> answer.body().contains("already resolved this case"));
        }
    }

    @Test
    void replies_of_one_patient_by_many_phones_at_once_are_one_case() {
        IntStream.range(0, 8).forEach(i -> crisis(LineId.random(), ReplyId.random(), List.of(patient)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.openCases())
                        .extracting(row -> row.get("replies"))
                        .containsExactly(8));
        assertThat(activeHolds(id())).isEqualTo(8);
    }

    @Test
    void no_risk_found_ends_a_case_in_two_words_and_a_second_person_reads_the_batch() {
        var id = opened();
        assertThat(post("rosa", id, "no-risk", "{\"reason\":\"IDIOM\"}").status())
                .isEqualTo(400);
        noRisk("rosa", id);
        assertThat(clinic.eventsOf(line))
                .contains("Acknowledged", "Resolved")
                .containsSubsequence("Resolved", "HoldReleased");
        var second = opened();
        noRisk("rosa", second);
        var third = opened();
        noRisk("sam", third);

        var mine = review("rosa", id);
        assertThat(List.of(review("rosa", second), review("rosa", third)))
                .extracting(other -> other.get("workItemId"))
                .as("one batch a day")
                .containsOnly(mine.get("workItemId"));
        var batch = clinic.as("sam").list("/v1/work-items?state=open").stream()
                .filter(item -> Objects.equals(mine.get("workItemId"), item.get("workItemId")))
                .toList();
        assertThat(batch)
                .singleElement()
                .satisfies(item ->
                        assertThat(item).containsEntry("kind", "REVIEW").containsEntry("about", "NO_RISK_FOUND"));
        assertThat(mine).containsEntry("yours", false);
        assertThat(clinic.as("rosa")
                        .post("/v1/reviews/" + mine.get("reviewId") + "/confirmation", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(clinic.as("sam")
                        .post(
                                "/v1/work-items/" + batch.getFirst().get("workItemId") + "/closure",
                                "{\"note\":\"all well\"}")
                        .status())
                .isEqualTo(409);
        confirm("sam", id);
        confirm("sam", second);
        assertThat(clinic.as("sam").list("/v1/work-items?state=open")).contains(batch.getFirst());
        confirmAll();
        assertThat(clinic.as("sam").list("/v1/work-items?state=open"))
                .extracting(item -> item.get("workItemId"))
                .doesNotContain(batch.getFirst().get("workItemId"));
    }

    @Test
    void an_ending_that_is_sent_back_opens_the_case_again_and_is_no_example() {
        var reply = ReplyId.random();
        crisis(line, reply, List.of(patient));
        clinic.awaitTexts(ROSA, 1);
        var id = id();
        noRisk("rosa", id);
        var review = review("sam", id).get("reviewId");

        assertThat(clinic.as("sam")
                        .post("/v1/reviews/" + review + "/return", "{\"reason\":\"she means it\"}")
                        .status())
                .isEqualTo(200);

        clinic.awaitTexts(ROSA, 2);
        assertThat(clinic.onlyCase()).containsEntry("escalationId", id).containsEntry("state", "OPEN");
        assertThat(activeHolds(id)).isEqualTo(1);
        assertThat(clinic.as("sam")
                        .post("/v1/reviews/" + review + "/confirmation", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(examples()).doesNotContain(reply.toString());
    }

    @Test
    void a_confirmed_one_is_a_labelled_example_for_whoever_is_clinician_and_admin() {
        var reply = ReplyId.random();
        crisis(line, reply, List.of(patient));
        clinic.awaitTexts(ROSA, 1);
        var id = id();
        noRisk("rosa", id);
        clinic.messaging().answers("/v1/lines/" + line + "/thread", """
                [{"id":"%s","from":"CLINIC","text":"How was the film?","at":"2026-03-04T02:10:00Z"},
                 {"id":"%s","from":"PATIENT","text":"I died laughing","at":"2026-03-04T02:14:00Z"}]
                """.formatted(UUID.randomUUID(), reply));
        clinic.messaging().answers("/v1/lines/" + line, "{\"patients\":[{\"language\":\"en\"}]}");
        assertThat(examples()).doesNotContain(reply.toString());
        confirm("sam", id);

        assertThat(clinic.as("rosa").get("/v1/labelled-examples").status()).isEqualTo(403);
        assertThat(examples().lines().filter(row -> row.contains(reply.toString())))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains(
                                "\"text\":\"I died laughing\"",
                                "\"label\":\"ROUTINE\"",
                                "\"phenomenon\":\"idiom\"",
                                "\"lang\":\"en\"",
                                "\"thread\":[{\"from\":\"clinic\",\"text\":\"How was the film?\",\"secondsBefore\":240}]",
                                "\"levelThen\":\"CRISIS\""));
        assertThat(clinic.audited("LabelledExamplesExported", "labelled-examples"))
                .isPositive();
        assertThat(clinic.count("SELECT count(*) FROM labelled_example WHERE verdict LIKE '%CRISIS%'"))
                .isZero();
    }

    @Test
    void a_resolution_plans_one_pair_of_follow_ups_that_a_later_case_moves_and_only_a_contact_ends() {
        var id = takenBy("rosa");
        assertThat(post("rosa", id, "resolution", resolution("\"level\":null")).status())
                .isEqualTo(422);
        assertThat(post("rosa", id, "resolution", resolution("\"level\":\"MODERATE\""))
                        .status())
                .isEqualTo(204);
        var first = clinic.workOn(line, "FOLLOW_UP");
        assertThat(first).extracting(item -> item.get("about")).containsExactly("24 h", "72 h");
        assertThat(clinic.workOn(line, "NEXT_CONTACT")).hasSize(1);
        assertThat(clinic.workOn(line, "REVIEW"))
                .extracting(item -> item.get("about"))
                .containsExactly("SAFETY_PLAN_UPDATED");

        clinic.forward(Duration.ofHours(1));
        var again = takenBy("sam");
        post("sam", again, "resolution", resolution("\"level\":\"HIGH\""));
        var moved = clinic.workOn(line, "FOLLOW_UP");
        assertThat(moved)
                .hasSize(2)
                .extracting(item -> item.get("escalationId"))
                .containsOnly(again);
        assertThat(moved.getLast().get("workItemId")).isEqualTo(first.getLast().get("workItemId"));

        var item = moved.getFirst().get("workItemId");
        assertThat(clinic.as("rosa")
                        .post("/v1/work-items/" + item + "/closure", "{\"note\":\"done\"}")
                        .status())
                .isEqualTo(409);
        assertThat(contact("rosa", item, "VOICEMAIL")).isEqualTo(204);
        assertThat(clinic.workOn(line, "FOLLOW_UP")).hasSize(2);
        assertThat(contact("rosa", item, "REACHED")).isEqualTo(204);
        assertThat(clinic.workOn(line, "FOLLOW_UP")).hasSize(1);
        assertThat(contact("rosa", item, "REACHED")).isEqualTo(409);
        assertThat(clinic.as("rosa").get("/v1/escalations/" + again).body()).contains("\"outcome\":\"VOICEMAIL\"");
    }

    @Test
    void the_release_shows_what_goes_out_next_and_says_when_it_does_not_know() {
        var id = opened();
        var now = clinic.now();
        clinic.messaging().answers("/v1/patients/" + patient + "/queue", """
                [{"touchpoint":"T12","opensAt":"%s","closesAt":"%s"}]
                """.formatted(
                        now.minusSeconds(60), now.plusSeconds(3600)));
        clinic.messaging().answers("/v1/patients/" + patient + "/plan", """
                [{"touchpoint":"E05","opensAt":"%s","closesAt":"%s","state":"PLANNED"},
                 {"touchpoint":"E01","opensAt":"%s","closesAt":null,"state":"SENT"}]
                """.formatted(
                        now.plusSeconds(7200), now.plusSeconds(9000), now.minusSeconds(7200)));

        var told =
                clinic.as("rosa").get("/v1/escalations/" + id + "/next-texts").body();
        assertThat(told)
                .contains("\"T12\"", "\"atOnce\":true", "\"E05\"", "\"unanswered\":[]")
                .doesNotContain("E01");
        assertThat(told.indexOf("T12")).isLessThan(told.indexOf("E05"));
        clinic.messaging().broken(true);
        assertThat(clinic.as("rosa")
                        .get("/v1/escalations/" + id + "/next-texts")
                        .body())
                .contains("\"unanswered\":[\"messaging\",\"journeys\"]");
        clinic.messaging().broken(false);
    }

    @Test
    void a_case_opened_again_takes_its_kept_hold_and_its_follow_ups_back() {
        var id = takenBy("rosa");
        post("rosa", id, "resolution", resolution("\"level\":\"LOW\"").replace("RELEASE", "KEEP"));
        assertThat(clinic.workOn(line, "KEPT_HOLD")).hasSize(1);

        assertThat(post("sam", id, "reopening", "{\"reason\":\"she wrote again\"}")
                        .status())
                .isEqualTo(204);

        assertThat(clinic.workOn(line)).extracting(item -> item.get("kind")).containsExactly("NEXT_CONTACT");
        assertThat(activeHolds(id)).isEqualTo(1);
        post("sam", id, "resolution", resolution("\"level\":\"LOW\"").replace("RELEASE", "KEEP"));
        assertThat(clinic.workOn(line, "KEPT_HOLD")).hasSize(1);
    }

    @Test
    void overdue_work_is_one_text_to_the_shift_lead_in_staffed_hours_and_long_holds_are_on_the_daily_list() {
        var event = UUID.randomUUID();
        var late = LineId.random();
        clinic.publish(event, clinic.verdicts().concern(event, late, Urgency.SOON));
        await().atMost(SOON).untilAsserted(() -> assertThat(clinic.workOn(late)).hasSize(1));
        var id = opened();
        post("rosa", id, "resolution", resolution("\"level\":\"LOW\"").replace("RELEASE", "KEEP"));
        clinic.carrier().reset();

        clinic.forward(Duration.ofDays(8));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.as("rosa").list("/v1/holds?view=long"))
                        .extracting(hold -> hold.get("escalationId"))
                        .contains(id));
        awaitNextStaffedMorning();
        await().atMost(SOON).untilAsserted(() -> assertThat(summaries()).isNotEmpty());
        assertThat(summaries().getFirst()).contains("overdue (", "concern", "the oldest since ");
        var told = summaries().size();
        clinic.forward(Duration.ofHours(1));
        assertThat(summaries()).hasSize(told);
        assertThat(clinic.textsTo(SAM)).noneMatch(text -> text.contains("overdue"));
        assertThat(clinic.textsTo(MIRA)).noneMatch(text -> text.contains("overdue"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.as("rosa").list("/v1/work-items?state=open"))
                        .extracting(item -> item.get("kind"))
                        .contains("LONG_HOLDS"));
    }

    /** Somebody is in from nine to five on weekdays; at ten they are. */
    private static void awaitNextStaffedMorning() {
        var zone = ZoneId.of("America/New_York");
        var now = clinic.now().atZone(zone);
        var day = now.toLocalDate().plusDays(1);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        clinic.forward(
                Duration.between(now.toInstant(), day.atTime(10, 0).atZone(zone).toInstant()));
    }

    private static List<String> summaries() {
        return clinic.textsTo(ROSA).stream()
                .filter(text -> text.contains(" work list: "))
                .toList();
    }

    private String opened() {
        crisis(line, ReplyId.random(), List.of(patient));
        await().atMost(SOON).untilAsserted(() -> assertThat(clinic.openCases()).hasSize(1));
        return id();
    }

    private String takenBy(String who) {
        var id = opened();
        clinic.quietDown();
        assertThat(post(who, id, "acknowledgement", "{}").status()).isEqualTo(204);
        return id;
    }

    private static String id() {
        return String.valueOf(clinic.onlyCase().get("escalationId"));
    }

    private static String code() {
        return String.valueOf(clinic.onlyCase().get("code"));
    }

    private static void crisis(LineId line, ReplyId reply, List<PatientId> patients) {
        var event = UUID.randomUUID();
        clinic.publish(event, clinic.verdicts().verdict(event, reply, line, patients, Level.CRISIS, null));
    }

    private static Answer post(String who, String id, String deed, String json) {
        return clinic.as(who).post("/v1/escalations/" + id + "/" + deed, json);
    }

    private static void noRisk(String who, String id) {
        assertThat(post(who, id, "no-risk", NO_RISK).status()).isEqualTo(204);
    }

    private static String resolution(String level) {
        return """
                {"disposition":"SAFETY_PLAN_UPDATED","note":"talked","spokeWith":"the patient",%s,"plan":"a friend stays",
                 "nextContactAt":"%s","hold":"RELEASE"}
                """.formatted(level, clinic.now().plus(Duration.ofDays(2)));
    }

    private static int contact(String who, @Nullable Object item, String outcome) {
        return clinic.as(who)
                .post("/v1/work-items/" + item + "/contact", "{\"outcome\":\"" + outcome + "\"}")
                .status();
    }

    private static Map<String, Object> review(String who, String id) {
        return clinic.as(who).list("/v1/reviews").stream()
                .filter(review -> id.equals(review.get("escalationId")))
                .findFirst()
                .orElseThrow();
    }

    private static void confirm(String who, String id) {
        assertThat(clinic.as(who)
                        .post("/v1/reviews/" + review(who, id).get("reviewId") + "/confirmation", "{}")
                        .status())
                .isEqualTo(204);
    }

    /** Whatever earlier tests left, each by somebody who did not end it. */
    private static void confirmAll() {
        List.of("mira", "rosa")
                .forEach(who -> clinic.as(who).list("/v1/reviews").stream()
                        .filter(review -> Boolean.TRUE.equals(review.get("yours")))
                        .forEach(review ->
                                clinic.as(who).post("/v1/reviews/" + review.get("reviewId") + "/confirmation", "{}")));
    }

    private static String examples() {
        return clinic.as("mira").get("/v1/labelled-examples").body();
    }

    private static int activeHolds(String id) {
        return clinic.count("SELECT count(*) FROM hold WHERE released_at IS NULL AND escalation_id = '" + id + "'");
    }

    /** Who took it last, as the history has it. */
    private static String ownersByHistory(String id) {
        return clinic.text("SELECT who FROM case_event WHERE escalation_id = '" + id
                + "' AND kind IN ('Acknowledged', 'Reassigned') ORDER BY id DESC LIMIT 1");
    }
}
