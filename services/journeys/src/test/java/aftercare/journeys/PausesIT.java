package aftercare.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.platform.access.Role;
import aftercare.schemas.clinic.CheckIn;
import aftercare.schemas.clinic.SessionCompleted;
import aftercare.schemas.messaging.MessageSkipped;
import aftercare.schemas.messaging.MessageWithdrawn;
import aftercare.schemas.messaging.SkipReason;
import aftercare.testkit.TestClocks;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Pauses of the journey, of a touchpoint, of a patient, by the shipped journey: what is paused is not said, and goes on when it is resumed. */
class PausesIT extends Scene {
    private static final String PAUSES = "/v1/journeys/pauses";

    @AfterEach
    void nothing_stays_paused() {
        call(HttpMethod.GET, PAUSES, null, Role.ADMIN)
                .json()
                .path("pauses")
                .forEach(pause -> resume(pause.path("id").asString("")));
    }

    @Test
    void a_paused_touchpoint_is_asked_for_of_nobody_and_goes_on_when_it_is_resumed() {
        var patient = enrolled();
        book(patient, local(3, 14, 0));
        awaitPlan(patient, "T06", "PLANNED");

        var pause = paused("\"scope\":\"TOUCHPOINT\",\"touchpoint\":\"T06\"");

        awaitPlan(patient, "T06", "WITHDRAWN PAUSED");
        assertThat(stands(patient, "T05")).isEqualTo("PLANNED");
        TestClocks.forwardTo(service, local(2, 10, 0).plusSeconds(1));
        awaitQuiet();
        assertThat(timesAsked(patient, "T06")).isZero();

        assertThat(resume(pause).status()).isEqualTo(200);

        assertThat(awaitRequested(patient, "T06").payload().window().closesAt()).isEqualTo(local(2, 18, 0));
    }

    @Test
    void a_pause_of_one_patient_stops_nobody_else() {
        var paused = enrolled();
        var other = enrolled();
        book(paused, local(3, 14, 0));
        book(other, local(3, 14, 0));
        awaitPlan(paused, "T05", "PLANNED");
        awaitPlan(other, "T05", "PLANNED");

        paused(ofPatient(paused));

        assertThat(stands(paused, "T05")).as("planned again within the call").isEqualTo("WITHDRAWN PAUSED");
        assertThat(stands(paused, "T06")).isEqualTo("WITHDRAWN PAUSED");
        TestClocks.forwardTo(service, local(1, 10, 0).plusSeconds(1));
        awaitRequested(other, "T05");
        awaitQuiet();
        assertThat(timesAsked(paused, "T05")).isZero();
    }

    @Test
    void a_pause_that_ends_within_a_window_lets_the_text_go_from_then_on() {
        var patient = enrolled();
        book(patient, local(3, 14, 0));
        awaitPlan(patient, "T06", "PLANNED");
        assertThat(opensAt(patient, "T06")).isEqualTo(local(2, 10, 0));

        paused(ofPatient(patient) + ",\"until\":\"" + local(2, 12, 30) + "\"");

        assertThat(stands(patient, "T05")).isEqualTo("WITHDRAWN PAUSED");
        assertThat(stands(patient, "T06")).isEqualTo("PLANNED");
        assertThat(opensAt(patient, "T06")).isEqualTo(local(2, 12, 30));
        TestClocks.forwardTo(service, local(2, 12, 29));
        awaitQuiet();
        assertThat(timesAsked(patient, "T06")).isZero();
        TestClocks.forwardTo(service, local(2, 12, 30).plusSeconds(1));
        awaitRequested(patient, "T06");
        var now = call(HttpMethod.GET, PAUSES, null, Role.STAFF).json();
        assertThat(now.path("pauses").toString()).doesNotContain(patient.toString());
        assertThat(now.path("past").toString()).contains(patient.toString());
    }

    @Test
    void a_pause_that_is_to_come_takes_back_what_was_asked_for_when_it_begins() {
        var patient = enrolled();
        book(patient, local(1, 14, 0));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(11)));
        awaitRequested(patient, "T06");

        paused("\"scope\":\"TOUCHPOINT\",\"touchpoint\":\"T06\",\"since\":\"" + local(0, 15, 0) + "\"");
        awaitQuiet();
        assertThat(stands(patient, "T06")).isEqualTo("REQUESTED");

        TestClocks.forwardTo(service, local(0, 15, 0).plusSeconds(1));
        awaitPlan(patient, "T06", "WITHDRAWN PAUSED");
    }

    @Test
    void a_paused_journey_withdraws_what_was_asked_for_and_asks_again_only_once_it_stayed_unsaid() {
        var patient = enrolled();
        book(patient, local(1, 14, 0));
        TestClocks.forwardTo(service, noon.plus(Duration.ofMinutes(11)));
        var first = awaitRequested(patient, "T06").payload().messageId();

        var pause = paused("\"scope\":\"JOURNEY\"");

        awaitPlan(patient, "T06", "WITHDRAWN PAUSED");
        topics.await(MessageWithdrawn.class, patient.id().value());
        assertThat(topics.facts(MessageWithdrawn.class, patient.id().value()))
                .contains(new MessageWithdrawn(first, patient.id(), "PAUSED"));
        resume(pause);
        awaitPlan(patient, "T06", "PLANNED");
        awaitQuiet();
        assertThat(timesAsked(patient, "T06")).as("the first may still go out").isEqualTo(1);

        publish(patient, new MessageSkipped(first, patient.id(), SkipReason.WITHDRAWN, clock.instant()));

        assertThat(awaitRequested(patient, "T06", 2).payload().messageId()).isNotEqualTo(first);
    }

    @Test
    void a_pause_holds_back_the_opt_in_text_and_safety_checks_too() {
        var safe = enrolled();
        book(safe, local(1, 9, 0));
        TestClocks.forwardTo(service, local(1, 14, 0));
        publish(
                safe,
                new SessionCompleted(
                        new CheckIn(safe.id(), safe.visit(), local(1, 10, 0), null, null, false),
                        provenance(safe, "Encounter", 3)));
        awaitPlan(safe, "T10", "PLANNED");
        var pause = paused("\"scope\":\"JOURNEY\"");
        var fresh = Somebody.once();
        consents(fresh);

        awaitPlan(fresh, "T01", "WITHDRAWN PAUSED");
        awaitPlan(safe, "T10", "WITHDRAWN PAUSED");
        TestClocks.forwardTo(service, local(1, 17, 0).plusSeconds(1));
        awaitQuiet();
        assertThat(timesAsked(fresh, "T01") + timesAsked(safe, "T10")).isZero();

        resume(pause);

        awaitRequested(fresh, "T01");
        awaitRequested(safe, "T10");
    }

    @Test
    void who_paused_and_who_resumed_is_on_the_record_and_why_is_sealed() {
        var patient = enrolled();
        var pause = paused(ofPatient(patient));
        var shown = call(HttpMethod.GET, PAUSES, null, Role.STAFF).json().path("pauses");
        assertThat(shown.toString()).contains(pause, "\"pausedBy\":\"ada\"", "\"reason\":\"Sister asked\"");
        assertThat(call(HttpMethod.GET, PAUSES, null, Role.SERVICE).status()).isEqualTo(200);

        assertThat(resume(pause).json().path("resumedBy").asString("")).isEqualTo("ada");

        assertThat(jdbc.sql("SELECT who || ' ' || what || ' ' || why FROM audit_entry WHERE about = :about ORDER BY id")
                        .param("about", "patient/" + patient)
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("ada JourneyPaused")
                                .contains(pause),
                        second -> assertThat(second)
                                .startsWith("ada JourneyResumed")
                                .contains(pause))
                .noneMatch(entry -> entry.contains("Sister"));
        assertThat(jdbc.sql("SELECT reason FROM pause WHERE id = :id::uuid")
                        .param("id", pause)
                        .query(String.class)
                        .single())
                .doesNotContain("Sister");
    }

    @Test
    void a_pause_of_nothing_is_refused_in_words_and_changes_nothing() {
        var patient = enrolled();
        int before = count("pause") + count("audit_entry");
        int patients = count("patient");

        assertThat(pause("\"scope\":\"JOURNEY\",\"reason\":\" \"")).matches("400 .*reason must not be blank.*");
        assertThat(pause("\"reason\":\"x\"")).matches("400 .*scope must not be null.*");
        assertThat(pause("\"scope\":\"CLINIC\",\"reason\":\"x\""))
                .matches("400 .*scope.*")
                .doesNotContain("CLINIC");
        assertThat(pause("\"scope\":\"JOURNEY\",\"until\":\"tomorrow\",\"reason\":\"x\""))
                .matches("400 .*until.*")
                .doesNotContain("tomorrow");
        assertThat(pause("\"scope\":\"TOUCHPOINT\",\"reason\":\"x\"")).matches("400 .*touchpoint.*");
        assertThat(pause("\"scope\":\"PATIENT\",\"patientId\":\" \",\"reason\":\"x\""))
                .matches("400 .*patientId.*");
        assertThat(pause("\"scope\":\"TOUCHPOINT\",\"touchpoint\":\"T99\",\"reason\":\"x\""))
                .startsWith("404 ")
                .contains("no-such-touchpoint");
        assertThat(pause("\"scope\":\"PATIENT\",\"patientId\":\"p-mistyped\",\"reason\":\"x\""))
                .startsWith("404 ")
                .contains("no-such-patient");
        assertThat(pause(ofPatient(patient) + ",\"reason\":\"x\",\"until\":\"" + noon.minusSeconds(1) + "\""))
                .startsWith("422 ")
                .contains("over-already");
        assertThat(pause(ofPatient(patient) + ",\"reason\":\"x\",\"since\":\"" + local(2, 9, 0) + "\",\"until\":\""
                        + local(1, 9, 0) + "\""))
                .startsWith("422 ")
                .contains("ends-first");

        assertThat(count("pause") + count("audit_entry")).isEqualTo(before);
        assertThat(count("patient")).isEqualTo(patients);
        assertThat(stands(patient, "T01")).isEqualTo("SENT");
    }

    @Test
    void a_pause_ends_once_and_only_admins_pause_and_resume() {
        var pause = paused("\"scope\":\"TOUCHPOINT\",\"touchpoint\":\"T13\"");
        var path = PAUSES + "/" + pause + "/end";
        for (var role : new Role[] {Role.STAFF, Role.CLINICIAN, Role.FRONT_DESK, Role.OPERATOR, Role.SERVICE}) {
            assertThat(call(HttpMethod.POST, path, "", role).status()).isEqualTo(403);
            assertThat(call(HttpMethod.POST, PAUSES, "{\"scope\":\"JOURNEY\",\"reason\":\"x\"}", role)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(call(HttpMethod.GET, PAUSES, null, Role.OPERATOR).status()).isEqualTo(403);
        assertThat(call(HttpMethod.GET, PAUSES, null).status()).isEqualTo(401);

        assertThat(resume(pause).status()).isEqualTo(200);
        assertThat(resume(pause).status()).isEqualTo(409);
        assertThat(resume(UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(resume("no-uuid").status()).isEqualTo(400);
    }

    private static String ofPatient(Somebody patient) {
        return "\"scope\":\"PATIENT\",\"patientId\":\"" + patient + "\"";
    }

    /** The new pause's id. */
    private String paused(String fields) {
        var answer =
                call(HttpMethod.POST, PAUSES, "{" + fields + ",\"reason\":\"Sister asked\"}", Role.STAFF, Role.ADMIN);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("id").asString("");
    }

    /** Status and body of what is said to such a pause. */
    private String pause(String fields) {
        var answer = call(HttpMethod.POST, PAUSES, "{" + fields + "}", Role.ADMIN);
        return answer.status() + " " + answer.body();
    }

    private Response resume(String pause) {
        return call(HttpMethod.POST, PAUSES + "/" + pause + "/end", "", Role.ADMIN);
    }
}
