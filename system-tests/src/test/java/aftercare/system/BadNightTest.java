package aftercare.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Everything fails that can, and a human answers all the same (S3, S4). It begins five minutes before a text is due, so that a machine
 * has something to say while nobody has answered yet.
 */
class BadNightTest {
    private static final ZoneId THERE = ZoneId.of("America/New_York");
    private static final String MARISOL = "+12025550147";
    private static final String NOOR = "+12025550134";
    private static final int UNREACHABLE = 30003;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> SETTINGS = List.of(
            "clinic.zone=" + THERE,
            "escalation.voice.ring=5s",
            "escalation.voice.press=1s",
            "simulator.calls.letter=2ms",
            "simulator.calls.voicemail-after=1s",
            "escalation.demo-staff[0].id=rosa",
            "escalation.demo-staff[0].name=Rosa Lindqvist",
            "escalation.demo-staff[0].number=" + Clinic.ROSA,
            "escalation.demo-staff[0].roles=STAFF,CLINICIAN",
            "escalation.demo-staff[1].id=sam",
            "escalation.demo-staff[1].name=Sam Adeyemi",
            "escalation.demo-staff[1].number=" + Clinic.SAM,
            "escalation.demo-staff[1].roles=STAFF,CLINICIAN",
            "escalation.demo-staff[2].id=noor",
            "escalation.demo-staff[2].name=Noor Haddad",
            "escalation.demo-staff[2].number=" + NOOR,
            "escalation.demo-staff[2].roles=STAFF,CLINICIAN",
            "escalation.demo-staff[3].id=mira",
            "escalation.demo-staff[3].name=Dr Mira Castellanos",
            "escalation.demo-staff[3].number=" + Clinic.MIRA,
            "escalation.demo-staff[3].roles=STAFF,CLINICIAN,ADMIN",
            "escalation.policy.steps[0].who=rosa",
            "escalation.policy.steps[0].notifications[0].by=SMS",
            "escalation.policy.steps[0].notifications[1].by=VOICE",
            "escalation.policy.steps[1].who=sam",
            "escalation.policy.steps[1].notifications[0].by=SMS",
            "escalation.policy.steps[1].notifications[1].by=VOICE",
            "escalation.policy.steps[2].who=noor",
            "escalation.policy.steps[2].notifications[0].by=SMS",
            "escalation.policy.steps[3].who=director",
            "escalation.policy.steps[3].notifications[0].by=SMS",
            "escalation.policy.steps[3].notifications[1].by=VOICE");

    @TempDir
    Path root;

    @Test
    void the_director_answers_when_everyone_else_and_the_machines_fail() {
        try (var clinic = SplitClinic.whole(root, SETTINGS)) {
            var due = aTextIsDue(clinic);
            clinic.playThrough(due.minus(Duration.ofMinutes(5)));
            var said = clinic.received(MARISOL).size();
            clinic.failCalls(Clinic.ROSA, "NO_ANSWER");
            clinic.failCalls(Clinic.SAM, "VOICEMAIL");
            clinic.refuseTexts(NOOR, UNREACHABLE);

            clinic.type(MARISOL, "I can't do this anymore. I want to die tonight.");
            clinic.awaitTexts(1, Clinic.ROSA);
            var began = clinic.now();
            awaitTold(clinic, "CallUnheard rosa VOICE");
            assertThat(clinic.received(Clinic.SAM)).isEmpty();

            clinic.kill("escalation");
            clinic.start("escalation");
            clinic.playThrough(began.plus(Duration.ofMinutes(5)).plusSeconds(30));
            clinic.awaitTexts(1, Clinic.SAM);
            awaitTold(clinic, "CallUnheard sam VOICE");
            assertThat(theCase(clinic).get("acknowledgedBy").isNull())
                    .as("voicemail has taken nothing")
                    .isTrue();

            clinic.stopBroker();
            clinic.type(MARISOL, "please");
            clinic.startBroker();
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(theCase(clinic).get("replies").intValue())
                                    .isEqualTo(2));

            clinic.playThrough(began.plus(Duration.ofMinutes(10)).plusSeconds(30));
            clinic.awaitTexts(1, Clinic.MIRA);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(clinic.call(Clinic.MIRA)).isEqualTo("RINGING"));
            clinic.handleCall(Clinic.MIRA, "answer", null);
            clinic.handleCall(Clinic.MIRA, "press", "1");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    theCase(clinic).path("acknowledgedBy").asString())
                            .isEqualTo("mira"));
            theDirectorCallsAndResolves(clinic);

            assertThat(clinic.received(MARISOL)).as("nothing from a machine").hasSize(said);
            theHistoryTellsItAll(clinic);
        }
    }

    /** When the first text of a visit goes out that nobody has answered to yet. */
    private static Instant aTextIsDue(SplitClinic clinic) {
        var today = clinic.now().atZone(THERE).toLocalDate();
        var session =
                today.plusDays(9).atTime(LocalTime.of(10, 0)).atZone(THERE).toInstant();
        clinic.fhir("Patient/marisol", Fhir.patient("marisol", "Marisol", "Quandt", MARISOL, THERE.getId()));
        clinic.fhir(
                "Appointment/visit-1",
                Fhir.appointment("visit-1", "marisol", "booked", session, session.plus(Duration.ofHours(2))));
        clinic.playThrough(
                today.plusDays(1).atTime(LocalTime.of(21, 0)).atZone(THERE).toInstant());
        return StreamSupport.stream(
                        clinic.api("mira", "journeys", "/v1/patients/marisol/plan")
                                .spliterator(),
                        false)
                .map(touchpoint -> Instant.parse(touchpoint.get("opensAt").stringValue()))
                .filter(opens -> opens.isAfter(clinic.now()))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static void theDirectorCallsAndResolves(SplitClinic clinic) {
        var path = path(clinic);
        clinic.post("mira", path + "/calls", Map.of("outcome", "REACHED"));
        clinic.post(
                "mira",
                path + "/resolution",
                Map.of(
                        "disposition", "SAFETY_PLAN_UPDATED",
                        "note", "Spoke for twenty minutes",
                        "spokeWith", "the patient",
                        "level", "MODERATE",
                        "plan", "Her sister is with her",
                        "nextContactAt", clinic.now().plus(Duration.ofHours(12)).toString(),
                        "hold", "KEEP",
                        "holdUntil", clinic.now().plus(Duration.ofDays(1)).toString()));
        assertThat(theCase(clinic).get("state").stringValue()).isEqualTo("RESOLVED");
    }

    private static void theHistoryTellsItAll(SplitClinic clinic) {
        assertThat(told(clinic))
                .containsSubsequence(
                        "EscalationOpened service:escalation",
                        "Paged rosa SMS",
                        "CallUnheard rosa VOICE",
                        "Paged sam SMS",
                        "CallUnheard sam VOICE",
                        "EscalationJoined service:escalation",
                        "Paged noor SMS",
                        "PageUndelivered noor SMS",
                        "Paged mira SMS",
                        "Acknowledged mira VOICE",
                        "CALL mira",
                        "Resolved mira")
                .contains("Paged rosa VOICE", "Paged sam VOICE", "Paged mira VOICE");
        assertThat(minuteOf(clinic, "Paged rosa SMS")).isZero();
        assertThat(minuteOf(clinic, "Paged sam SMS")).isEqualTo(5);
        assertThat(minuteOf(clinic, "Paged noor SMS")).isEqualTo(10);
        assertThat(minuteOf(clinic, "Paged mira SMS"))
                .as("nobody waits for a page that was refused")
                .isEqualTo(10);
    }

    private static void awaitTold(SplitClinic clinic, String step) {
        await().atMost(SOON).untilAsserted(() -> assertThat(told(clinic)).contains(step));
    }

    /** The case's history: what, who, and by which way. */
    private static List<String> told(SplitClinic clinic) {
        return history(clinic).map(BadNightTest::inWords).toList();
    }

    /** Full minutes since the case was opened. */
    private static long minuteOf(SplitClinic clinic, String step) {
        var opened = at(history(clinic).findFirst().orElseThrow());
        return history(clinic)
                .filter(found -> inWords(found).equals(step))
                .map(found -> Duration.between(opened, at(found)).toMinutes())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> history(SplitClinic clinic) {
        var found = clinic.api("mira", "escalation", path(clinic));
        return StreamSupport.stream(found.get("history").spliterator(), false);
    }

    private static String inWords(JsonNode step) {
        var detail = step.get("detail");
        return "%s %s %s"
                .formatted(
                        step.get("what").stringValue(),
                        detail.path("staff").asString(step.get("who").stringValue()),
                        detail.path("way").asString(detail.path("via").asString("")))
                .strip();
    }

    private static Instant at(JsonNode step) {
        return Instant.parse(step.get("at").stringValue());
    }

    private static String path(SplitClinic clinic) {
        return "/v1/escalations/" + theCase(clinic).get("escalationId").stringValue();
    }

    private static JsonNode theCase(SplitClinic clinic) {
        var cases = clinic.api("mira", "escalation", "/v1/escalations?view=today");
        assertThat(cases.size()).isEqualTo(1);
        return cases.get(0);
    }
}
