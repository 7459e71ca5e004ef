package aftercare.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * From a booked visit to an acknowledged and resolved escalation, on one machine with real parts. The phones fail on any text that nobody
 * expected.
 */
class ClinicNightTest {
    private static final ZoneId THERE = ZoneId.of("America/Los_Angeles");
    private static final String MARISOL = "+12025550147";
    private static final String CRY = "I can't go on, I want to die tonight";
    private static final String PAGE = "alert.*Reply 1";

    @TempDir
    Path data;

    @ParameterizedTest(name = "kill -9 between the steps: {0}")
    @ValueSource(booleans = {false, true})
    void a_cry_for_help_reaches_a_human_and_no_machine_answers(boolean killed) {
        try (var clinic = Clinic.open(data)) {
            Runnable between = killed ? clinic::killAndRestart : () -> {};
            var today = clinic.now().atZone(THERE).toLocalDate();
            var session = today.plusDays(9);

            bookAVisit(clinic, session);
            clinic.playThrough(at(today.plusDays(1), 21, 0));
            var texts = clinic.texts(MARISOL);
            assertThat(texts).hasSize(2);
            assertThat(texts.get(0)).contains("STOP", "HELP", "988");
            assertThat(texts.get(1)).as("the time on the clinic's own wall").contains("1:00 PM");
            between.run();

            clinic.playThrough(at(session, 10, 0));
            assertThat(clinic.texts(MARISOL))
                    .as("one education text, the question for an escort and the preparation")
                    .anyMatch(text -> text.contains("about your first visit"))
                    .anyMatch(text -> text.contains("Has an adult agreed"))
                    .anyMatch(text -> text.contains("No food after"));
            theSessionIsHeld(clinic, session);
            between.run();

            int before = clinic.texts(MARISOL).size();
            clinic.playThrough(at(session, 17, 1));
            assertThat(clinic.texts(MARISOL)).as("the same-evening check").hasSize(before + 1);
            assertThat(clinic.texts(MARISOL).getLast()).contains("1", "2", "988");
            clinic.type(MARISOL, "1");
            int said = before + 2;
            clinic.textsOnceThereAre(said, MARISOL, Duration.ofSeconds(20));
            assertThat(clinic.api("rosa", "journeys", "/v1/patients/marisol/answers")
                            .toString())
                    .contains("T10", "\"1\"");
            between.run();

            clinic.playThrough(at(session.plusDays(1), 2, 0));
            int earlier = clinic.texts(Clinic.ROSA).size();
            clinic.type(MARISOL, CRY);
            assertThat(clinic.textsOnceThereAre(earlier + 1, Clinic.ROSA, Duration.ofSeconds(5)))
                    .last()
                    .asString()
                    .containsPattern(PAGE)
                    .doesNotContain("Marisol", "die", "http");
            between.run();

            nobodyAnswersSoTheNextIsPaged(clinic);
            samTakesIt(clinic);
            between.run();

            clinic.playThrough(clinic.now().plus(Duration.ofMinutes(12)));
            samResolvesItAndKeepsTheHold(clinic, at(session.plusDays(1), 14, 0));
            between.run();

            clinic.playThrough(at(session.plusDays(1), 14, 0));
            assertThat(clinic.texts(MARISOL))
                    .as("no machine text while the case is open or the hold is kept")
                    .hasSize(said);
            samReleasesTheHold(clinic);

            clinic.playThrough(at(session.plusDays(2), 18, 0));
            assertThat(clinic.texts(MARISOL).subList(said, clinic.texts(MARISOL).size()))
                    .as("texts go on once a human released them")
                    .anyMatch(text -> text.contains("some people feel lighter"));
            nobodyElseGotAnything(clinic);
        }
        OnDisk.holdsNone(data, List.of("Marisol", "Quandt", "2025550147", CRY, "I want to die"));
    }

    private static void bookAVisit(Clinic clinic, LocalDate session) {
        clinic.fhir("Patient", "marisol", Fhir.patient("marisol", "Marisol", "Quandt", MARISOL, THERE.getId()));
        clinic.fhir("Appointment", "visit-1", visit(session, "booked"));
    }

    private static Map<String, ?> visit(LocalDate session, String status) {
        return Fhir.appointment("visit-1", "marisol", status, at(session, 10, 0), at(session, 12, 0));
    }

    private static void theSessionIsHeld(Clinic clinic, LocalDate session) {
        var start = at(session, 10, 0);
        clinic.fhir("Encounter", "enc-1", Fhir.encounter("enc-1", "marisol", "visit-1", "arrived", start));
        clinic.playThrough(at(session, 10, 20));
        clinic.fhir("Encounter", "enc-1", Fhir.encounter("enc-1", "marisol", "visit-1", "in-progress", start));
        clinic.playThrough(at(session, 12, 30));
        clinic.fhir(
                "Encounter",
                "enc-1",
                Fhir.encounter("enc-1", "marisol", "visit-1", "finished", start, at(session, 12, 25)));
    }

    private static void nobodyAnswersSoTheNextIsPaged(Clinic clinic) {
        assertThat(clinic.texts(Clinic.SAM)).isEmpty();
        clinic.playThrough(clinic.now().plus(Duration.ofMinutes(6)));
        assertThat(clinic.textsOnceThereAre(1, Clinic.SAM, Duration.ofSeconds(10))
                        .getFirst())
                .containsPattern(PAGE);
    }

    private static void samTakesIt(Clinic clinic) {
        clinic.type(Clinic.SAM, "1");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(theCase(clinic).get("acknowledgedBy").stringValue())
                                .isEqualTo("sam"));
    }

    private static void samResolvesItAndKeepsTheHold(Clinic clinic, Instant until) {
        var id = theCase(clinic).get("escalationId").stringValue();
        clinic.at("console")
                .as("sam")
                .post(
                        "/api/escalation/v1/escalations/" + id + "/resolution",
                        Map.of(
                                "disposition", "SAFETY_PLAN_UPDATED",
                                "note", "Spoke for ten minutes, sister is with her",
                                "spokeWith", "patient and sister",
                                "level", "MODERATE",
                                "plan", "The sister stays until tomorrow",
                                "nextContactAt",
                                        clinic.now().plus(Duration.ofHours(20)).toString(),
                                "hold", "KEEP",
                                "holdUntil", until.toString()));
        assertThat(theCase(clinic).get("state").stringValue()).isEqualTo("RESOLVED");
    }

    private static void samReleasesTheHold(Clinic clinic) {
        var kept = StreamSupport.stream(
                        clinic.api("sam", "escalation", "/v1/work-items?state=open")
                                .spliterator(),
                        false)
                .filter(item -> "KEPT_HOLD".equals(item.get("kind").stringValue()))
                .map(item -> item.get("holdId").stringValue())
                .toList();
        assertThat(kept).hasSize(1);
        clinic.at("console")
                .as("sam")
                .post(
                        "/api/escalation/v1/holds/" + kept.getFirst() + "/release",
                        Map.of("cancel", false, "note", "Seen this morning, sleeping well"));
    }

    private static JsonNode theCase(Clinic clinic) {
        var cases = clinic.api("sam", "escalation", "/v1/escalations?view=today");
        assertThat(cases.size()).isEqualTo(1);
        return cases.get(0);
    }

    private static void nobodyElseGotAnything(Clinic clinic) {
        for (var staff : List.of(Clinic.ROSA, Clinic.SAM)) {
            assertThat(clinic.texts(staff))
                    .allSatisfy(text ->
                            assertThat(text).containsPattern(PAGE + "|You have it|already|taken|still open|work list"));
        }
        assertThat(clinic.texts(Clinic.MIRA)).isEmpty();
        var phones = clinic.at("simulator").get("/v1/phones");
        assertThat(phones.toString()).contains(MARISOL);
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(THERE).toInstant();
    }
}
