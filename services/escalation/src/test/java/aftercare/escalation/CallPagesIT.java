package aftercare.escalation;

import static aftercare.escalation.Clinic.ROSA;
import static aftercare.escalation.Clinic.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.schemas.LineId;
import aftercare.testkit.CarrierAnswer.Refuse;
import aftercare.testkit.FakeCarrier.Call;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nights when phones ring: a text and a call at once, another call after two minutes, the next person after five. */
class CallPagesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PATIENT = "+12025550147";
    private static final String CLINIC = "+12025550120";
    private static final String PIN = "2749";
    private static Clinic clinic;

    @BeforeAll
    static void open() {
        clinic = Clinic.open(Map.ofEntries(
                Map.entry("escalation.policy.steps[0].who", "rosa"),
                Map.entry("escalation.policy.steps[0].within", "5m"),
                Map.entry("escalation.policy.steps[0].notifications[0].by", "SMS"),
                Map.entry("escalation.policy.steps[0].notifications[1].by", "VOICE"),
                Map.entry("escalation.policy.steps[0].notifications[2].by", "VOICE"),
                Map.entry("escalation.policy.steps[0].notifications[2].after", "2m"),
                Map.entry("escalation.policy.steps[1].who", "sam"),
                Map.entry("escalation.policy.steps[1].within", "5m"),
                Map.entry("escalation.voice.ask-after", "1s")));
        clinic.messaging().number(PATIENT);
    }

    @AfterAll
    static void close() {
        clinic.close();
    }

    @BeforeEach
    void quiet() {
        clinic.change("UPDATE dispatch SET state = 'DELIVERED' WHERE way = 'VOICE' AND state IN ('READY', 'SENT')");
        clinic.carrier().reset();
        assertThat(clinic.as("rosa")
                        .put("/v1/staff/me/pin", "{\"pin\":\"" + PIN + "\"}")
                        .status())
                .isEqualTo(204);
    }

    /** Later nights must not hear of earlier ones. */
    @AfterEach
    void everyCaseIsResolved() {
        List.of(ROSA, SAM).forEach(number -> clinic.carrier().callsTo(number).forEach(CallPagesIT::hangUp));
        clinic.carrier().reset();
        clinic.resolveAll();
        clinic.quietDown();
    }

    private static void hangUp(Call call) {
        clinic.carrier().end(call, "completed");
    }

    private static Call theCallTo(String number, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(clinic.carrier().callsTo(number)).hasSizeGreaterThanOrEqualTo(count));
        return clinic.carrier().callsTo(number).get(count - 1);
    }

    private static Spoken pickUp(Call call) {
        return new Spoken(clinic.carrier().pickUp(call));
    }

    private static Spoken press(Call call, Spoken heard, String keys) {
        return new Spoken(clinic.carrier().press(call, heard.action(), keys));
    }

    @Test
    void a_text_and_a_call_go_at_once_and_the_call_says_nothing_of_the_patient() {
        clinic.crisis(LineId.random());

        var call = theCallTo(ROSA, 1);
        clinic.awaitTexts(ROSA, 1);
        assertThat(call.from()).isEqualTo("+12025550121");
        assertThat(call.answer().toString()).doesNotContain("2025550131");
        assertThat(pickUp(call).words())
                .matches(
                        "This is Harbor Clinic, with an alert\\. 1 patient needs you now\\. Case [A-Z]( [0-9])+\\. Press 1 to take it\\.");
        assertThat(clinic.carrier().callsTo(SAM)).isEmpty();
    }

    @Test
    void one_on_the_phone_takes_the_case_and_stops_the_second_call() {
        clinic.crisis(LineId.random());
        var call = theCallTo(ROSA, 1);

        var heard = press(call, pickUp(call), "1");

        assertThat(heard.words()).startsWith("You have it. Case").contains("press 2");
        assertThat(clinic.onlyCase().get("acknowledgedBy")).isEqualTo("rosa");
        hangUp(call);
        clinic.forward(Duration.ofMinutes(6));
        assertThat(clinic.carrier().callsTo(ROSA)).hasSize(1);
        assertThat(clinic.textsTo(SAM)).isEmpty();
    }

    @Test
    void a_voicemail_hears_the_alert_three_times_and_has_taken_nothing() {
        clinic.crisis(LineId.random());
        var call = theCallTo(ROSA, 1);

        var heard = pickUp(call);
        for (var said = 0; said < 3; said++) {
            assertThat(heard.words()).contains("Press 1 to take it");
            heard = press(call, heard, "");
        }
        assertThat(heard.words()).isEqualTo("Goodbye.");
        assertThat(heard.listens()).isFalse();
        hangUp(call);

        assertThat(clinic.onlyCase().get("state")).isEqualTo("OPEN");
        assertThat(clinic.detailOfOnlyCase()).contains("CallUnheard");
        assertThat(clinic.textsTo(SAM)).as("her text may have reached her").isEmpty();
    }

    @Test
    void a_refused_text_and_a_call_that_nobody_answers_move_on_in_seconds_and_the_second_call_still_comes() {
        clinic.carrier().nextTextTo(ROSA, new Refuse(400, 21610));
        clinic.crisis(LineId.random());
        var call = theCallTo(ROSA, 1);
        assertThat(clinic.textsTo(SAM)).isEmpty();

        clinic.carrier().end(call, "no-answer");

        clinic.awaitTexts(SAM, 1);
        clinic.forward(Duration.ofMinutes(2).plusSeconds(1));
        theCallTo(ROSA, 2);
    }

    @Test
    void a_call_whose_end_the_carrier_never_tells_is_asked_about() {
        clinic.carrier().nextTextTo(ROSA, new Refuse(400, 21610));
        clinic.crisis(LineId.random());

        clinic.carrier().endSilently(theCallTo(ROSA, 1), "busy");

        clinic.awaitTexts(SAM, 1);
    }

    @Test
    void several_cases_are_one_call_and_a_wrong_key_is_told() {
        IntStream.range(0, 3).forEach(i -> clinic.crisis(LineId.random()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(clinic.openCases()).hasSize(3));
        clinic.quietDown();
        var call = theCallTo(ROSA, 1);

        var heard = pickUp(call);
        assertThat(heard.words()).contains("3 patients need you now.", "Press 1 to take them all.");
        var again = press(call, heard, "7");
        assertThat(again.words()).startsWith("That was not 1.").contains("3 patients");
        var taken = press(call, again, "1");

        assertThat(taken.words()).startsWith("You have 3 cases.");
        assertThat(clinic.openCases())
                .extracting(row -> row.get("acknowledgedBy"))
                .containsOnly("rosa");
        assertThat(clinic.carrier().callsTo(ROSA)).hasSize(1);
    }

    @Test
    void whoever_picks_up_after_another_has_taken_it_hears_that_nobody_is_needed() {
        clinic.crisis(LineId.random());
        var call = theCallTo(ROSA, 1);
        var id = clinic.onlyCase().get("escalationId");
        clinic.as("sam").post("/v1/escalations/" + id + "/acknowledgement", "{}");

        assertThat(pickUp(call).words()).isEqualTo("Nobody is needed any more. Goodbye.");
    }

    @Test
    void after_the_pin_two_calls_the_patient_from_the_clinics_number_and_it_stands_in_the_case() {
        clinic.crisis(LineId.random());
        var call = theCallTo(ROSA, 1);
        var menu = press(call, pickUp(call), "1");

        var asked = press(call, menu, "2");
        assertThat(asked.words()).isEqualTo("Enter your PIN. Then press the hash key.");
        var connected = press(call, asked, PIN);

        assertThat(connected.dialled()).isEqualTo(PATIENT);
        assertThat(connected.twiml()).contains("callerId=\"" + CLINIC + "\"");
        assertThat(clinic.messaging().asked()).contains("rosa");
        var after = new Spoken(clinic.carrier()
                .ask(call, connected.action(), Map.of("DialCallStatus", "completed", "DialCallDuration", "200")));
        assertThat(after.words()).startsWith("The call with the patient is over.");
        assertThat(clinic.detailOfOnlyCase())
                .contains("Calling the patient by phone", "connected for 3 min 20 s", "\"CALL\"")
                .doesNotContain("2025550147");
        assertThat(clinic.count("SELECT count(*) FROM dispatch WHERE words LIKE '%2025550147%'"))
                .isZero();
    }

    @Test
    void three_wrong_pins_lock_it_until_a_new_one_is_set() {
        clinic.crisis(LineId.random());
        var call = theCallTo(ROSA, 1);
        var asked = press(call, press(call, pickUp(call), "1"), "2");

        var second = press(call, asked, "1111");
        assertThat(second.words()).startsWith("That PIN is not right.");
        var third = press(call, second, "1112");
        var locked = press(call, third, "1113");

        assertThat(locked.words()).startsWith("Your PIN is locked");
        assertThat(press(call, asked, PIN).words()).startsWith("Your PIN is locked");
        assertThat(clinic.audited("PinLocked", "staff/rosa")).isPositive();
        clinic.as("rosa").put("/v1/staff/me/pin", "{\"pin\":\"80551\"}");
        assertThat(press(call, asked, "80551").dialled()).isEqualTo(PATIENT);
    }

    @Test
    void with_several_cases_one_chooses_whom_to_call() {
        clinic.crisis(LineId.random());
        clinic.crisis(LineId.random());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(clinic.openCases()).hasSize(2));
        clinic.quietDown();
        var call = theCallTo(ROSA, 1);
        var menu = press(call, pickUp(call), "1");

        var choice = press(call, menu, "2");

        assertThat(choice.words()).contains("Which patient shall be called?", "press 1.", "press 2.");
        assertThat(press(call, choice, "5").words()).startsWith("That was none of them.");
        assertThat(press(call, choice, "2").words()).startsWith("Enter your PIN.");
    }

    @Test
    void a_pin_is_ones_own_and_not_an_easy_one() {
        assertThat(clinic.as("rosa")
                        .put("/v1/staff/me/pin", "{\"pin\":\"1234\"}")
                        .body())
                .contains("easily guessed");
        assertThat(clinic.as("rosa").put("/v1/staff/me/pin", "{\"pin\":\"12\"}").status())
                .isEqualTo(422);
        assertThat(clinic.as("fred")
                        .put("/v1/staff/me/pin", "{\"pin\":\"2749\"}")
                        .status())
                .isEqualTo(403);
        assertThat(clinic.as("rosa").get("/v1/staff/me/pin").body())
                .contains("SET")
                .doesNotContain(PIN);
    }

    @Test
    void nobody_but_the_carrier_gets_a_word_out_of_a_call() {
        clinic.crisis(LineId.random());
        var call = theCallTo(ROSA, 1);

        assertThat(clinic.stranger(call.answer())).isEqualTo(403);
        assertThat(new Spoken(clinic.carrier().ask(call, URI.create(call.answer() + "x"), Map.of())).words())
                .contains("This call is over");
    }
}
