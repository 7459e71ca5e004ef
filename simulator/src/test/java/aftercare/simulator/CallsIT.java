package aftercare.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.embedded.FreePort;
import aftercare.platform.twilio.CallStatus;
import aftercare.platform.twilio.SendOutcome;
import aftercare.platform.twilio.VoiceCarrier;
import aftercare.testkit.Backing;
import aftercare.testkit.FakeCarrier;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls made with the SDK as escalation makes them, a mailbox and webhooks, with a clinic at the other end that says what to say. */
@SpringBootTest(
        classes = SimulatorApplication.class,
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "spring.config.name=simulator",
            "simulator.calls.letter=1ms",
            "simulator.calls.voicemail-after=200ms"
        })
@ContextConfiguration(initializers = Backing.class)
class CallsIT {
    private static final String PATIENTS = "+12025550120";
    private static final String PAGING = "+12025550121";
    private static final String SAY = "/webhooks/twilio/calls/once-0001";
    private static final String STATUS = "/webhooks/twilio/call-status/once-0001";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ASK = """
            <Response><Gather input="dtmf" timeout="30" numDigits="1" action="%s/taken?said=1" actionOnEmptyResult="true">\
            <Say><prosody rate="85%%"><p>This is Harbor Clinic.</p><p>Press 1 to take it.</p></prosody></Say></Gather><Hangup/></Response>""";

    private static final FakeClinic clinic = new FakeClinic(FakeCarrier.TOKEN);
    private static final int port = FreePort.find();
    private static final int mailPort = FreePort.find();
    private static final JsonMapper json = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String phone = aNumber();

    @Autowired
    private VoiceCarrier carrier;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> port);
        properties.add("twilio.base-url", () -> "http://127.0.0.1:" + port);
        properties.add("simulator.smtp.port", () -> mailPort);
        properties.add("simulator.lines[0].webhook", () -> clinic.url("/webhooks/twilio/inbound"));
        properties.add("simulator.lines.1.webhook", () -> clinic.url("/webhooks/twilio/page"));
    }

    @AfterAll
    static void close() {
        clinic.close();
    }

    private static String aNumber() {
        return "+1303555" + ThreadLocalRandom.current().nextInt(1000, 9999);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .header("X-Aftercare-Signature", "t=1,v1=ab")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    private String ring(int seconds) {
        var outcome = carrier.call(PAGING, phone, clinic.url(SAY), clinic.url(STATUS), Duration.ofSeconds(seconds));
        assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
        return ((SendOutcome.Accepted) outcome).carrierId();
    }

    private void handle(String number, String deed) throws Exception {
        assertThat(post("/v1/phones/call", "{\"number\":\"%s\",\"deed\":\"%s\"}".formatted(number, deed))
                        .statusCode())
                .isEqualTo(200);
    }

    private void press(String keys) throws Exception {
        assertThat(post(
                                "/v1/phones/call",
                                "{\"number\":\"%s\",\"deed\":\"press\",\"keys\":\"%s\"}".formatted(phone, keys))
                        .statusCode())
                .isEqualTo(200);
    }

    private void failWith(String fault) throws Exception {
        post("/v1/phones/call-fault", "{\"number\":\"%s\",\"fault\":%s}".formatted(phone, fault));
    }

    private JsonNode lastCall(String number) throws Exception {
        return json.readTree(post("/v1/phones/calls", "{\"number\":\"%s\"}".formatted(number))
                        .body())
                .get(0);
    }

    private void awaitEnd(String sid, String status) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.calls(STATUS))
                        .filteredOn(call -> sid.equals(call.field("CallSid")))
                        .singleElement()
                        .satisfies(call -> {
                            assertThat(call.signed()).isTrue();
                            assertThat(call.field("CallStatus")).isEqualTo(status);
                        }));
        assertThat(carrier.statusOf(sid).word()).isEqualTo(status);
    }

    @Test
    void a_phone_rings_is_answered_and_its_keys_go_to_the_clinic_signed() throws Exception {
        clinic.script(SAY, ASK.formatted(SAY));
        clinic.script(SAY + "/taken", "<Response><Say>You have it.</Say><Hangup/></Response>");
        var sid = ring(30);
        assertThat(carrier.statusOf(sid)).isEqualTo(CallStatus.RINGING);
        assertThat(lastCall(phone).get("progress").stringValue()).isEqualTo("RINGING");

        handle(phone, "answer");
        assertThat(lastCall(phone).get("lines").toString()).contains("This is Harbor Clinic.", "Press 1 to take it.");
        assertThat(lastCall(phone).get("listening").booleanValue()).isTrue();
        press("1");

        assertThat(clinic.calls(SAY + "/taken?said=1")).last().satisfies(call -> {
            assertThat(call.signed()).isTrue();
            assertThat(call.field("Digits")).isEqualTo("1");
        });
        assertThat(lastCall(phone).get("lines").toString()).contains("You have it.");
        awaitEnd(sid, "completed");
    }

    @Test
    void nobody_answers_or_it_is_declined_or_busy_or_fails() throws Exception {
        awaitEnd(ring(1), "no-answer");

        var declined = ring(30);
        handle(phone, "decline");
        awaitEnd(declined, "busy");

        failWith("\"BUSY\"");
        awaitEnd(ring(30), "busy");
        failWith("\"FAILED\"");
        awaitEnd(ring(30), "failed");
        failWith("\"NO_ANSWER\"");
        awaitEnd(ring(1), "no-answer");
        failWith("null");
    }

    @Test
    void a_voicemail_answers_and_presses_nothing() throws Exception {
        clinic.script(
                SAY,
                "<Response><Gather timeout=\"1\" numDigits=\"1\" action=\"%s/empty\" actionOnEmptyResult=\"true\"><Say>Press 1.</Say></Gather></Response>"
                        .formatted(SAY));
        clinic.script(SAY + "/empty", "<Response><Say>Goodbye.</Say></Response>");
        failWith("\"VOICEMAIL\"");

        var sid = ring(30);

        awaitEnd(sid, "completed");
        assertThat(clinic.calls(SAY + "/empty"))
                .last()
                .satisfies(call -> assertThat(call.field("Digits")).isEmpty());
        assertThat(lastCall(phone).get("voicemail").booleanValue()).isTrue();
        assertThat(lastCall(phone).get("lines").toString()).contains("Press 1.", "Goodbye.");
    }

    @Test
    void a_pin_ends_with_the_hash_key_and_dial_rings_the_patient_from_the_clinics_number() throws Exception {
        var patient = aNumber();
        clinic.script(
                SAY,
                "<Response><Gather timeout=\"30\" finishOnKey=\"#\" action=\"%s/pin\"><Say>Enter your PIN.</Say></Gather></Response>"
                        .formatted(SAY));
        clinic.script(
                SAY + "/pin",
                "<Response><Say>Connecting.</Say><Dial callerId=\"%s\" timeout=\"30\" action=\"%s/dialled\">%s</Dial></Response>"
                        .formatted(PATIENTS, SAY, patient));
        clinic.script(SAY + "/dialled", "<Response><Say>It is over.</Say></Response>");
        var sid = ring(30);
        handle(phone, "answer");
        press("2749#");
        assertThat(clinic.calls(SAY + "/pin"))
                .last()
                .satisfies(call -> assertThat(call.field("Digits")).isEqualTo("2749"));
        assertThat(lastCall(phone).get("lines").toString()).doesNotContain("2749");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(lastCall(patient).get("progress").stringValue())
                                .isEqualTo("RINGING"));
        assertThat(lastCall(patient).get("line").stringValue()).isEqualTo("Patients’ line");

        handle(patient, "answer");
        assertThat(lastCall(patient).get("lines").toString()).contains("Connected");
        handle(patient, "hangup");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.calls(SAY + "/dialled"))
                        .last()
                        .satisfies(call -> {
                            assertThat(call.signed()).isTrue();
                            assertThat(call.field("DialCallStatus")).isEqualTo("completed");
                        }));
        awaitEnd(sid, "completed");
    }

    @Test
    void whoever_hangs_up_first_ends_the_patients_ringing_too() throws Exception {
        var patient = aNumber();
        clinic.script(
                SAY,
                "<Response><Dial callerId=\"%s\" timeout=\"30\" action=\"%s/left\">%s</Dial></Response>"
                        .formatted(PATIENTS, SAY, patient));
        ring(30);
        handle(phone, "answer");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(lastCall(patient).get("progress").stringValue())
                                .isEqualTo("RINGING"));

        handle(phone, "hangup");

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(lastCall(patient).get("progress").stringValue())
                                .isEqualTo("CANCELED"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.calls(SAY + "/left"))
                        .last()
                        .satisfies(
                                call -> assertThat(call.field("DialCallStatus")).isEqualTo("canceled")));
    }

    @Test
    void a_phone_that_is_on_a_call_is_busy() {
        ring(30);

        awaitEnd(ring(30), "busy");
    }

    @Test
    void what_twilio_refuses_is_refused_and_a_clinic_that_says_nothing_ends_the_call() throws Exception {
        assertThat(carrier.call("+12025550199", phone, clinic.url(SAY), clinic.url(STATUS), SOON))
                .isEqualTo(new SendOutcome.Refused(400, 21210));
        assertThat(carrier.call(PAGING, phone, URI.create("https://elsewhere.example/x"), clinic.url(STATUS), SOON))
                .isEqualTo(new SendOutcome.Refused(400, 21205));
        clinic.script(SAY, "<Response><Play>song.mp3</Play></Response>");
        var sid = ring(30);

        handle(phone, "answer");

        awaitEnd(sid, "completed");
        assertThat(lastCall(phone).get("lines").toString()).contains("an application error has occurred");
    }

    @Test
    void a_phone_that_does_not_ring_says_so() throws Exception {
        var answer = post("/v1/phones/call", "{\"number\":\"%s\",\"deed\":\"answer\"}".formatted(phone));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("does not ring");
    }

    @Test
    void the_page_shows_a_phone_that_rings_and_what_is_said() throws Exception {
        clinic.script(SAY, ASK.formatted(SAY));
        ring(30);
        var page = page();
        assertThat(page).contains("Incoming call", "Let voicemail take it", "Decline");

        handle(phone, "answer");

        assertThat(page()).contains("This is Harbor Clinic.", "Keypad", "Hang up");
        handle(phone, "hangup");
        assertThat(page()).contains("Last call:");
    }

    private String page() throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Test
    void e_mail_comes_by_smtp_and_a_webhook_is_shown_with_its_signature() throws Exception {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(mailPort));
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("pages@clinic.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("rosa@clinic.example"));
        mail.setSubject("Harbor Clinic alert");
        mail.setText("Codes: K7");
        Transport.send(mail);
        post("/v1/hooks/rosa", "{\"kind\":\"ALERT\",\"cases\":[\"K7\"]}");

        assertThat(get("/v1/mails").get(0).toString())
                .contains("rosa@clinic.example", "Harbor Clinic alert", "Codes: K7");
        assertThat(get("/v1/hooks").get(0).toString()).contains("rosa", "K7", "t=1,v1=ab");
        assertThat(page()).contains("Harbor Clinic alert", "Codes: K7", "kind: ALERT");
        assertThat(List.of(get("/v1/mails").size(), get("/v1/hooks").size())).containsExactly(1, 1);
    }
}
