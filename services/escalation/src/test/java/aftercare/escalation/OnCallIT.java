package aftercare.escalation;

import static aftercare.escalation.Clinic.MIRA;
import static aftercare.escalation.Clinic.ROSA;
import static aftercare.escalation.Clinic.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.escalation.Clinic.Answer;
import aftercare.escalation.site.StaffedHours;
import aftercare.schemas.LineId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is on call, as staff arrange it over HTTP. */
class OnCallIT {
    private static final String NOVA = "+12025550140";
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ANY_STEP = """
            {"who":["everyone"],"within":"PT5M","notifications":[{"by":"SMS","after":"PT0S"}]}""";
    private static Clinic clinic;

    @BeforeAll
    static void open() {
        clinic = Clinic.open(Map.of("escalation.alarm.uncovered-every", "1s"));
    }

    @AfterAll
    static void close() {
        clinic.close();
    }

    @BeforeEach
    void novaStartsToday() {
        clinic.carrier().reset();
        assertThat(clinic.as("mira").put("/v1/staff/nova", """
                                {"name":"Nova Reyes","number":"%s","roles":["STAFF","CLINICIAN"]}""".formatted(NOVA)).status())
                .isEqualTo(204);
    }

    @AfterEach
    void asItWas() {
        clinic.resolveAll();
        for (var table : List.of("rotation", "policy", "time_off", "leaver")) {
            clinic.change("DELETE FROM " + table);
        }
        clinic.change("DELETE FROM staff WHERE id IN ('nova', 'answering:nightline')");
        clinic.quietDown();
        clinic.carrier().reset();
    }

    @Test
    void a_number_counts_once_its_owner_has_given_back_the_code_that_was_sent_to_it() {
        assertThat(colleague("nova"))
                .containsEntry("canBePaged", false)
                .containsEntry("unverified", List.of("SMS", "VOICE"));
        var method = method("nova", "SMS");

        assertThat(clinic.as("nova").post(method + "/test-page", "{}").status()).isEqualTo(202);
        assertThat(clinic.as("nova").post(method + "/test-page", "{}").status()).isEqualTo(409);
        var code = codeSentTo(NOVA);
        var wrong = code.equals("000000") ? "000001" : "000000";
        assertThat(verify("nova", method, wrong).body()).contains("not the code");
        assertThat(verify("mira", method, code).status()).isEqualTo(403);
        assertThat(colleague("nova")).containsEntry("canBePaged", false);

        assertThat(verify("nova", method, code).status()).isEqualTo(204);
        assertThat(colleague("nova")).containsEntry("canBePaged", true).containsEntry("verified", List.of("SMS"));
        assertThat(verify("nova", method, code).body()).contains("No code waits");
        assertThat(clinic.audited("ContactMethodVerified", "staff/nova")).isPositive();
    }

    @Test
    void a_changed_number_starts_anew_and_nobody_can_have_anothers() {
        verifyText("nova");
        var method = method("nova", "SMS");

        assertThat(clinic.as("nova")
                        .put(method, "{\"address\":\"+12025550141\"}")
                        .status())
                .isEqualTo(204);
        assertThat(colleague("nova")).containsEntry("canBePaged", false);
        assertThat(clinic.as("nova")
                        .put(method, "{\"address\":\"" + ROSA + "\"}")
                        .status())
                .isEqualTo(409);
        assertThat(clinic.as("nova").put(method, "{\"address\":\"555 0141\"}").body())
                .contains("with + and the country code");
        assertThat(clinic.as("rosa").get("/v1/staff/nova/contact-methods").status())
                .isEqualTo(403);
    }

    @Test
    void whoever_has_the_turn_is_paged_and_an_override_takes_it_over() {
        saveRotation("nights", "rosa", "sam");
        pagesByRotation("CRISIS");
        var first = onCallNow();

        clinic.crisis(LineId.random());
        clinic.awaitText(first.equals("rosa") ? ROSA : SAM, "Reply 1");
        clinic.resolveAll();
        var other = first.equals("rosa") ? "sam" : "rosa";
        assertThat(override(other, clinic.now(), clinic.now().plus(Duration.ofHours(1)))
                        .status())
                .isEqualTo(201);
        assertThat(onCallNow()).isEqualTo(other);
        var overlapping = override(first, clinic.now(), clinic.now().plus(Duration.ofHours(2)));
        assertThat(overlapping.status()).isEqualTo(409);
        assertThat(overlapping.body()).contains("already covers", "End that override first");
    }

    @Test
    void one_takes_a_shift_for_oneself_only_and_an_admin_gives_it_to_anybody_who_takes_cases() {
        saveRotation("nights", "rosa", "sam");
        var until = clinic.now().plus(Duration.ofHours(1));

        assertThat(override("rosa", "sam", clinic.now(), until).status()).isEqualTo(403);
        assertThat(override("mira", "fred", clinic.now(), until).body()).contains("is no clinician");
        assertThat(override("mira", "sam", clinic.now(), until).status()).isEqualTo(201);
    }

    @Test
    void time_off_frees_the_shift_for_the_next_in_turn_and_says_so() {
        saveRotation("nights", "rosa", "sam");
        var has = turnHolder(clinic.now());
        var other = has.equals("rosa") ? "sam" : "rosa";

        assertThat(timeOff(has, clinic.now(), clinic.now().plus(Duration.ofHours(2)))
                        .status())
                .isEqualTo(201);
        var shift = shiftAt(clinic.now().plusSeconds(60));
        assertThat(shift).containsEntry("reason", "STAND_IN");
        assertThat(who(shift)).isEqualTo(other);
        assertThat(override(has, clinic.now(), clinic.now().plus(Duration.ofHours(1)))
                        .body())
                .contains("has time off");
    }

    @Test
    void a_swap_counts_once_both_agree() {
        saveRotation("nights", "rosa", "sam");
        var tomorrow = shiftAt(clinic.now().plus(Duration.ofDays(1)));
        var dayAfter = shiftAt(clinic.now().plus(Duration.ofDays(2)));
        var asking = who(tomorrow);
        var asked = who(dayAfter);

        var swap = clinic.as(asking).post("/v1/swaps", """
                {"given":%s,"asked":"%s","wanted":%s}""".formatted(part(tomorrow), asked, part(dayAfter)));
        assertThat(swap.status()).isEqualTo(201);
        clinic.awaitText(asked.equals("rosa") ? ROSA : SAM, "asks you to swap");
        assertThat(who(shiftAt(clinic.now().plus(Duration.ofDays(1))))).isEqualTo(asking);
        var id = clinic.as(asked).list("/v1/swaps").getFirst().get("id");
        assertThat(clinic.as(asking)
                        .post("/v1/swaps/" + id + "/acceptance", "{}")
                        .status())
                .isEqualTo(404);

        assertThat(clinic.as(asked)
                        .post("/v1/swaps/" + id + "/acceptance", "{}")
                        .status())
                .isEqualTo(201);
        assertThat(who(shiftAt(clinic.now().plus(Duration.ofDays(1))))).isEqualTo(asked);
        assertThat(who(shiftAt(clinic.now().plus(Duration.ofDays(2))))).isEqualTo(asking);
        assertThat(clinic.as(asked).post("/v1/swaps/" + id + "/refusal", "{}").body())
                .contains("accepted already");
    }

    @Test
    void a_declined_swap_changes_nothing() {
        saveRotation("nights", "rosa", "sam");
        var tomorrow = shiftAt(clinic.now().plus(Duration.ofDays(1)));
        var dayAfter = shiftAt(clinic.now().plus(Duration.ofDays(2)));
        clinic.as(who(tomorrow)).post("/v1/swaps", """
                {"given":%s,"asked":"%s","wanted":%s}""".formatted(part(tomorrow), who(dayAfter), part(dayAfter)));
        var id = clinic.as("rosa").list("/v1/swaps").getFirst().get("id");

        assertThat(clinic.as(who(dayAfter))
                        .post("/v1/swaps/" + id + "/refusal", "{}")
                        .status())
                .isEqualTo(201);
        assertThat(who(shiftAt(clinic.now().plus(Duration.ofDays(1))))).isEqualTo(who(tomorrow));
    }

    @Test
    void the_turn_of_somebody_who_has_verified_nothing_is_a_hole_for_two_weeks_and_everyone_is_paged_instead() {
        saveRotation("nights", "nova");
        pagesByRotation("CRISIS");

        var holes = clinic.as("rosa").list("/v1/on-call/holes");
        assertThat(holes).hasSize(1);
        var hole = holes.getFirst();
        assertThat(hole).containsEntry("cause", "CRISIS");
        assertThat(text(hole, "unverified")).contains("nova");
        assertThat(Duration.between(Instant.parse(text(hole, "from")), Instant.parse(text(hole, "until"))))
                .isEqualTo(Duration.ofDays(14));
        clinic.crisis(LineId.random());
        for (var everyone : List.of(ROSA, MIRA, NOVA)) {
            clinic.awaitText(everyone, "Reply 1");
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(clinic.messaging().alarms())
                        .anyMatch(alarm -> alarm.contains("SHIFT_UNCOVERED") && alarm.contains("policy crisis")));

        assertThat(cover()).contains("\"staffed\":true", "\"onCall\":false", "\"covered\":false");
        verifyText("nova");
        assertThat(clinic.as("rosa").list("/v1/on-call/holes")).isEmpty();
        assertThat(cover()).contains("\"onCall\":true", "\"covered\":true");
        assertThat(clinic.as("rosa")
                        .get("/v1/on-call/cover?from=2026-03-02T15:00:00Z&until=2026-03-02T15:00:00Z")
                        .status())
                .isEqualTo(422);
    }

    /** Of three hours from ten o'clock on the next staffed day. */
    private static String cover() {
        var ten = clinic.service().getBean(StaffedHours.class).nextDayAt(LocalTime.of(10, 0), clinic.now());
        return clinic.as("rosa")
                .get("/v1/on-call/cover?from=" + ten + "&until=" + ten.plus(Duration.ofHours(3)))
                .body();
    }

    @Test
    void an_answering_service_fills_the_hole() {
        saveRotation("nights", "nova");
        assertThat(clinic.as("mira")
                        .put("/v1/answering-services/nightline", "{\"name\":\"Nightline\",\"number\":\"+12025550150\"}")
                        .status())
                .isEqualTo(204);
        savePolicy("CRISIS", 0, """
                {"who":["rotation:nights"],"within":"PT5M","notifications":[{"by":"SMS","after":"PT0S"}]},
                {"who":["answering:nightline"],"within":"PT5M","notifications":[{"by":"VOICE","after":"PT0S"}]}""");

        assertThat(clinic.as("rosa").list("/v1/on-call/holes")).isEmpty();
        assertThat(clinic.as("rosa").get("/v1/on-call").body()).contains("Nightline");
    }

    @Test
    void a_policy_is_saved_whole_or_refused_in_words_and_nobody_overwrites_anothers() {
        assertThat(putPolicy("CRISIS", 0, """
                {"who":["ghost"],"within":"PT5M","notifications":[{"by":"SMS","after":"PT0S"}]}""").body()).contains("Step 1 names ghost");
        savePolicy("CONCERN_NOW", 0, """
                {"who":["sam"],"within":"PT10M","notifications":[{"by":"SMS","after":"PT0S"},{"by":"VOICE","after":"PT2M"}]}""");
        assertThat(putPolicy("CONCERN_NOW", 0, """
                {"who":["rosa"],"within":"PT5M","notifications":[{"by":"SMS","after":"PT0S"}]}""").status()).isEqualTo(409);

        var policies = clinic.as("rosa").list("/v1/policies");
        assertThat(policies)
                .extracting(policy -> policy.get("cause"))
                .containsExactly("CRISIS", "CONCERN_NOW", "UNSCREENED");
        assertThat(policies.get(1)).containsEntry("version", 1);
        assertThat(policies.get(0)).containsEntry("version", 0);
        assertThat(putPolicy("rosa", "CRISIS", 0, ANY_STEP).status()).isEqualTo(403);
        assertThat(clinic.audited("PolicySaved", "policy/CONCERN_NOW")).isPositive();
    }

    @Test
    void both_are_told_when_the_turn_passes_with_the_number_of_open_cases_and_nothing_of_a_patient() {
        saveRotation("nights", "rosa");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(clinic.textsTo(ROSA))
                        .anyMatch(text ->
                                text.contains("you are on call now (Nights)") && text.contains("No case is open.")));
        clinic.crisis(LineId.random());
        await().atMost(PATIENCE).until(() -> !clinic.openCases().isEmpty());
        var code = String.valueOf(clinic.onlyCase().get("code"));

        override("sam", clinic.now(), clinic.now().plus(Duration.ofHours(1)));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(clinic.textsTo(SAM))
                    .anyMatch(text -> text.contains("you are on call now") && text.contains("1 case is open: " + code));
            assertThat(clinic.textsTo(ROSA)).anyMatch(text -> text.contains("is over, Sam is on call now"));
        });
        clinic.forward(Duration.ofHours(1).plusSeconds(5));
        clinic.awaitText(SAM, "is over, Rosa is on call now");
    }

    @Test
    void a_leavers_shifts_steps_and_cases_are_freed_with_the_account() {
        verifyText("nova");
        saveRotation("nights", "nova");
        savePolicy("CRISIS", 0, """
                {"who":["nova","rotation:nights"],"within":"PT5M","notifications":[{"by":"SMS","after":"PT0S"}]},
                {"who":["nova"],"within":"PT5M","notifications":[{"by":"SMS","after":"PT0S"}]}""");
        clinic.crisis(LineId.random());
        clinic.awaitText(NOVA, "Reply 1");
        var id = clinic.onlyCase().get("escalationId");
        assertThat(clinic.as("nova")
                        .post("/v1/escalations/" + id + "/acknowledgement", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(clinic.textsTo(SAM)).isEmpty();

        assertThat(clinic.as("rosa").delete("/v1/staff/nova").status()).isEqualTo(403);
        assertThat(clinic.as("mira").delete("/v1/staff/nova").status()).isEqualTo(204);

        clinic.awaitText(SAM, "Reply 1");
        assertThat(clinic.onlyCase()).containsEntry("needsSomeone", true);
        assertThat(clinic.as("rosa").list("/v1/rotations").getFirst()).containsEntry("participants", List.of());
        assertThat(clinic.as("rosa").get("/v1/policies").body()).doesNotContain("nova");
        assertThat(clinic.as("rosa").list("/v1/on-call/holes")).isNotEmpty();
        assertThat(clinic.as("mira").get("/v1/staff/leavers").body()).contains("nova");
        assertThat(clinic.count("SELECT count(*) FROM contact_method WHERE staff_id = 'nova'"))
                .isZero();
    }

    @Test
    void the_only_director_stays() {
        var refused = clinic.as("mira").delete("/v1/staff/mira");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("the only director", "Make somebody else a director first");
        assertThat(clinic.as("mira")
                        .put("/v1/staff/mira", "{\"name\":\"Dr Mira Castellanos\",\"roles\":[\"ADMIN\"]}")
                        .status())
                .isEqualTo(409);
    }

    private static void saveRotation(String id, String... people) {
        var yesterday = LocalDate.ofInstant(clinic.now(), ZoneOffset.UTC).minusDays(2);
        assertThat(clinic.as("mira")
                        .put("/v1/rotations/" + id, """
                {"name":"Nights","participants":["%s"],"every":1,"unit":"DAYS","startsOn":"%s","handOff":"08:00","zone":"America/New_York"}""".formatted(String.join("\",\"", people), yesterday))
                        .status())
                .isEqualTo(204);
    }

    private static void pagesByRotation(String cause) {
        savePolicy(cause, 0, """
                {"who":["rotation:nights"],"within":"PT5M","notifications":[{"by":"SMS","after":"PT0S"}]}""");
    }

    private static void savePolicy(String cause, int version, String steps) {
        assertThat(putPolicy(cause, version, steps)).extracting(Answer::status).isEqualTo(204);
    }

    private static Answer putPolicy(String cause, int version, String steps) {
        return putPolicy("mira", cause, version, steps);
    }

    private static Answer putPolicy(String by, String cause, int version, String steps) {
        return clinic.as(by).put("/v1/policies/" + cause, """
                {"cause":"%s","acknowledgeWithin":"PT15M","version":%d,"steps":[%s]}""".formatted(cause, version, steps));
    }

    private static String onCallNow() {
        return turnHolder(clinic.now());
    }

    private static String turnHolder(Instant at) {
        return who(shiftAt(at));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> shiftAt(Instant at) {
        var rotas = clinic.as("rosa")
                .list("/v1/on-call/shifts?from=" + at.minus(Duration.ofDays(2)) + "&until="
                        + at.plus(Duration.ofDays(2)));
        return ((List<Map<String, Object>>)
                        Objects.requireNonNull(rotas.getFirst().get("shifts")))
                .stream()
                        .filter(shift -> !Instant.parse(text(shift, "from")).isAfter(at)
                                && Instant.parse(text(shift, "until")).isAfter(at))
                        .findFirst()
                        .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static String who(Map<String, Object> shift) {
        return text((Map<String, Object>) Objects.requireNonNull(shift.get("who")), "id");
    }

    private static String text(Map<String, Object> json, String field) {
        return String.valueOf(json.get(field));
    }

    private static String part(Map<String, Object> shift) {
        return "{\"rotation\":\"nights\",\"from\":\"%s\",\"until\":\"%s\"}"
                .formatted(shift.get("from"), shift.get("until"));
    }

    private static Answer override(String who, Instant from, Instant until) {
        return override(who, who, from, until);
    }

    private static Answer override(String by, String who, Instant from, Instant until) {
        return clinic.as(by).post("/v1/rotations/nights/overrides", time(who, from, until));
    }

    private static Answer timeOff(String who, Instant from, Instant until) {
        return clinic.as(who).post("/v1/time-off", time(who, from, until));
    }

    private static String time(String who, Instant from, Instant until) {
        return "{\"staffId\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
                .formatted(who, from.truncatedTo(ChronoUnit.SECONDS), until.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Map<String, Object> colleague(String id) {
        return clinic.as("mira").list("/v1/staff").stream()
                .filter(one -> text(one, "id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String method(String staff, String kind) {
        return "/v1/contact-methods/"
                + clinic.as(staff).list("/v1/staff/" + staff + "/contact-methods").stream()
                        .filter(method -> text(method, "kind").equals(kind))
                        .findFirst()
                        .orElseThrow()
                        .get("id");
    }

    private static void verifyText(String staff) {
        var method = method(staff, "SMS");
        assertThat(clinic.as(staff).post(method + "/test-page", "{}").status()).isEqualTo(202);
        assertThat(verify(staff, method, codeSentTo(NOVA)).status()).isEqualTo(204);
    }

    private static String codeSentTo(String number) {
        return clinic.textsTo(number).stream()
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static Answer verify(String by, String method, String code) {
        return clinic.as(by).post(method + "/verification", "{\"code\":\"" + code + "\"}");
    }
}
