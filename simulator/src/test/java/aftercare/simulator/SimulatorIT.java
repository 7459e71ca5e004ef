package aftercare.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import aftercare.embedded.FreePort;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.clock.WorkSource;
import aftercare.platform.twilio.SendOutcome;
import aftercare.platform.twilio.SmsCarrier;
import aftercare.testkit.Backing;
import aftercare.testkit.FakeCarrier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator over real HTTP, driven by the SDK as the services drive it, with a clinic at the other end. */
@SpringBootTest(
        classes = SimulatorApplication.class,
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "spring.config.name=simulator",
            "simulator.quiet-within=5s",
            "simulator.silence-allowed=2s",
        })
@ContextConfiguration(initializers = Backing.class)
class SimulatorIT {
    private static final String PATIENTS = "+12025550120";
    private static final String PAGING = "+12025550121";
    private static final String CANARY = "+12025550122";
    private static final String STATUS = "/webhooks/twilio/status/once-0001";
    private static final String INBOUND = "/webhooks/twilio/inbound";
    private static final String PAGED = "/webhooks/twilio/page";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final FakeClinic clinic = new FakeClinic(FakeCarrier.TOKEN);
    private static final FakeClinic escalation = new FakeClinic(FakeCarrier.TOKEN);
    private static final int port = FreePort.find();
    private static final JsonMapper json = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String phone = "+1303555" + ThreadLocalRandom.current().nextInt(1000, 9999);

    @Autowired
    private SmsCarrier carrier;

    @Autowired
    private ClinicClock clock;

    @Autowired
    private MachineClock machine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> port);
        properties.add("simulator.smtp.port", FreePort::find);
        properties.add("twilio.base-url", () -> "http://127.0.0.1:" + port);
        properties.add("simulator.lines[0].webhook", () -> clinic.url(INBOUND));
        properties.add("simulator.lines.1.webhook", () -> escalation.url(PAGED));
        properties.add("simulator.lines.2.webhook", () -> escalation.url(PAGED));
        for (var service : List.of("intake", "journeys", "messaging", "screening")) {
            properties.add("simulator.services." + service, () -> clinic.url(""));
        }
        properties.add("simulator.services.escalation", () -> escalation.url(""));
    }

    @AfterEach
    void mend() throws Exception {
        post("/v1/carrier/fault", "{\"mode\":\"NONE\"}");
        clinic.refuseNext(0);
        escalation.stuck(false);
    }

    @AfterAll
    static void close() {
        clinic.close();
        escalation.close();
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private SendOutcome send(String body) {
        return carrier.send(PATIENTS, phone, body, clinic.url(STATUS));
    }

    private JsonNode thread() throws IOException, InterruptedException {
        return read(post("/v1/phones/read", "{\"number\":\"%s\"}".formatted(phone)));
    }

    private List<String> callbacks(String sid) {
        return clinic.calls(STATUS).stream()
                .filter(call -> sid.equals(call.field("MessageSid")) && call.signed())
                .map(call -> call.field("MessageStatus")
                        + (call.field("ErrorCode") == null ? "" : " " + call.field("ErrorCode")))
                .toList();
    }

    private void awaitCallbacks(String sid, String... statuses) {
        await().atMost(SOON).untilAsserted(() -> assertThat(callbacks(sid)).containsExactly(statuses));
    }

    private static String sid(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
        return ((SendOutcome.Accepted) outcome).carrierId();
    }

    @Test
    void a_text_sent_with_the_sdk_arrives_and_its_receipts_are_signed() throws Exception {
        var sid = sid(send("How are you this evening?"));

        assertThat(sid).matches("SM[0-9a-f]{32}");
        awaitCallbacks(sid, "sent", "delivered");
        var texts = thread().get("texts");
        assertThat(texts.size()).isEqualTo(1);
        assertThat(texts.get(0).get("body").stringValue()).isEqualTo("How are you this evening?");
        assertThat(texts.get(0).get("status").stringValue()).isEqualTo("DELIVERED");
        assertThat(texts.get(0).get("unread").booleanValue()).isTrue();
        assertThat(thread().get("unread").intValue()).isZero();
    }

    @Test
    void the_carriers_list_finds_a_text_by_number_and_time() {
        var before = machine.instant();
        var first = sid(send("one"));
        var second = sid(send("two"));
        awaitCallbacks(second, "sent", "delivered");

        assertThat(carrier.sentTo(phone, before.minusSeconds(1)))
                .extracting(SmsCarrier.Sent::carrierId)
                .containsExactly(second, first);
        assertThat(carrier.sentTo(phone, before.minusSeconds(1)))
                .extracting(SmsCarrier.Sent::body, SmsCarrier.Sent::from, SmsCarrier.Sent::to)
                .contains(tuple("two", PATIENTS, phone));
        assertThat(carrier.sentTo(phone, before.plusSeconds(60))).isEmpty();
    }

    @Test
    void a_list_longer_than_a_page_is_turned_over_by_the_sdk() {
        for (var n = 0; n < 105; n++) {
            send("text " + n);
        }
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(carrier.sentTo(phone, machine.instant().minusSeconds(300)))
                                .hasSize(105));
    }

    @Test
    void what_twilio_refuses_is_refused_with_its_code() {
        assertThat(carrier.send(PATIENTS, "+1555", "hello", clinic.url(STATUS)))
                .isEqualTo(new SendOutcome.Refused(400, 21211));
        assertThat(send("a".repeat(1601))).isEqualTo(new SendOutcome.Refused(400, 21617));
        assertThat(carrier.send("+12025550199", phone, "hello", clinic.url(STATUS)))
                .isEqualTo(new SendOutcome.Refused(400, 21659));
        assertThat(carrier.send(PATIENTS, phone, "hello", URI.create("https://elsewhere.example/status")))
                .isEqualTo(new SendOutcome.Refused(400, 21609));
    }

    @Test
    void a_stranger_is_not_let_in() throws Exception {
        var answer = get("/2010-04-01/Accounts/" + FakeCarrier.ACCOUNT + "/Messages.json");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(read(answer).get("code").intValue()).isEqualTo(20003);
        assertThat(read(answer).get("status").intValue()).isEqualTo(401);
    }

    @Test
    void a_refused_number_fails_at_once_or_on_the_way_by_its_code() throws Exception {
        post("/v1/phones/refuse", "{\"number\":\"%s\",\"errorCode\":21610}".formatted(phone));
        assertThat(send("hello")).isEqualTo(new SendOutcome.Refused(400, 21610));

        post("/v1/phones/refuse", "{\"number\":\"%s\",\"errorCode\":30003}".formatted(phone));
        awaitCallbacks(sid(send("hello")), "sent", "undelivered 30003");

        post("/v1/phones/refuse", "{\"number\":\"%s\",\"errorCode\":null}".formatted(phone));
        awaitCallbacks(sid(send("hello")), "sent", "delivered");
    }

    @Test
    void with_receipts_dropped_the_text_arrives_and_only_the_list_knows() throws Exception {
        post("/v1/phones/receipts", "{\"number\":\"%s\",\"drop\":true}".formatted(phone));
        var sid = sid(send("hello"));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(carrier.sentTo(phone, machine.instant().minusSeconds(60)))
                                .extracting(SmsCarrier.Sent::carrierId)
                                .containsExactly(sid));
        await().during(Duration.ofMillis(500))
                .atMost(SOON)
                .until(() -> callbacks(sid).isEmpty());
    }

    @Test
    void each_fault_is_one_attempt_with_the_outcome_it_should_have() throws Exception {
        post("/v1/carrier/fault", "{\"mode\":\"ERROR_500\"}");
        assertThat(send("one")).isInstanceOf(SendOutcome.Uncertain.class);
        post("/v1/carrier/fault", "{\"mode\":\"REFUSE_ALL\",\"errorCode\":20429}");
        assertThat(send("two")).isEqualTo(new SendOutcome.Refused(429, 20429));
        post("/v1/carrier/fault", "{\"mode\":\"HANG\"}");
        assertThat(send("three")).isInstanceOf(SendOutcome.Uncertain.class);
        assertThat(thread().get("texts").size()).isZero();

        post("/v1/carrier/fault", "{\"mode\":\"DROP\"}");
        assertThat(send("four")).isInstanceOf(SendOutcome.Uncertain.class);
        assertThat(thread().get("texts").size()).isEqualTo(1);

        post("/v1/carrier/fault", "{\"mode\":\"ERROR_500\",\"from\":\"%s\"}".formatted(PAGING));
        assertThat(send("five")).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void what_a_phone_types_reaches_the_patients_line_signed() throws Exception {
        var typed = read(post("/v1/phones/type", "{\"from\":\"%s\",\"body\":\"Grüße & +1 \\u263a\"}".formatted(phone)));

        assertThat(typed.get("status").stringValue()).isEqualTo("RECEIVED");
        var call = typedCalls(INBOUND, clinic).getFirst();
        assertThat(call.signed()).isTrue();
        assertThat(call.field("MessageSid")).isEqualTo(typed.get("sid").stringValue());
        assertThat(call.field("Body")).isEqualTo("Grüße & +1 ☺");
        assertThat(call.field("To")).isEqualTo(PATIENTS);
        assertThat(call.field("NumMedia")).isEqualTo("0");
    }

    @Test
    void an_answer_goes_to_the_number_that_texted_last() throws Exception {
        sid(carrier.send(PAGING, phone, "Page: please answer 1", escalation.url(STATUS)));
        var typed = read(post("/v1/phones/type", "{\"from\":\"%s\",\"body\":\"1\"}".formatted(phone)));

        assertThat(typed.get("to").stringValue()).isEqualTo(PAGING);
        assertThat(typedCalls(PAGED, escalation)).hasSize(1);
    }

    @Test
    void a_text_from_one_of_the_clinics_numbers_to_another_is_brought_there_as_an_inbound_text() throws Exception {
        var words = "a try of the chain " + phone;
        var before = clinic.calls(INBOUND).size();

        var sid = sid(carrier.send(CANARY, PATIENTS, words, clinic.url(STATUS)));

        awaitCallbacks(sid, "sent", "delivered");
        await().atMost(SOON).until(() -> clinic.calls(INBOUND).size() > before);
        var brought = clinic.calls(INBOUND).getLast();
        assertThat(brought.signed()).isTrue();
        assertThat(brought.field("From")).isEqualTo(CANARY);
        assertThat(brought.field("To")).isEqualTo(PATIENTS);
        assertThat(brought.field("Body")).isEqualTo(words);
        assertThat(brought.field("MessageSid")).as("a text of its own").isNotEqualTo(sid);
        assertThat(carrier.sentTo(PATIENTS, machine.instant().minusSeconds(60)))
                .filteredOn(sent -> sent.body().equals(words))
                .extracting(SmsCarrier.Sent::status)
                .containsExactlyInAnyOrder("received", "delivered");
        assertThat(get("/v1/phones?others=1000").body())
                .as("the clinic's numbers are nobody's phone")
                .doesNotContain(words);
    }

    @Test
    void a_text_the_clinic_did_not_take_is_brought_again_as_the_same_text() throws Exception {
        nothingIsUnderWay();
        clinic.refuseNext(2);
        var typed = read(post("/v1/phones/type", "{\"from\":\"%s\",\"body\":\"help me\"}".formatted(phone)));

        assertThat(typed.get("status").stringValue()).isEqualTo("RECEIVING");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                thread().get("texts").get(0).get("status").stringValue())
                        .isEqualTo("RECEIVED"));
        var calls = typedCalls(INBOUND, clinic);
        assertThat(calls).hasSize(3);
        assertThat(calls.stream().map(call -> call.field("MessageSid")).distinct())
                .hasSize(1);
        assertThat(calls.stream().map(FakeClinic.Call::token).distinct()).hasSize(1);
    }

    /** What earlier tests sent must not be what is refused. */
    private void nothingIsUnderWay() {
        await().atMost(SOON)
                .until(() -> context.getBeansOfType(WorkSource.class).values().stream()
                                .mapToInt(source -> source.pending(clock.instant()))
                                .sum()
                        == 0);
    }

    private List<FakeClinic.Call> typedCalls(String path, FakeClinic to) {
        return to.calls(path).stream()
                .filter(call -> phone.equals(call.field("From")))
                .toList();
    }

    @Test
    void what_was_under_way_when_the_process_ended_goes_on_in_the_next_one() throws Exception {
        post("/v1/clock/play", "{\"for\":\"PT1H\"}");
        var deliveries = context.getBean("deliveries", SmartLifecycle.class);
        deliveries.stop();
        try {
            var sid = sid(send("still to be delivered"));
            assertThat(callbacks(sid)).isEmpty();

            try (var next = SimulatorApplication.builder().run(settings())) {
                awaitCallbacks(sid, "sent", "delivered");
                assertThat(next.getBean(ClinicClock.class).lead()).isGreaterThanOrEqualTo(clock.lead());
            }
        } finally {
            deliveries.start();
        }
    }

    private static String[] settings() {
        var settings = new HashMap<>(Backing.propertiesOf("simulator"));
        settings.put("simulator.smtp.port", FreePort.find());
        settings.put("simulator.lines.0.webhook", clinic.url(INBOUND));
        settings.put("simulator.lines.1.webhook", escalation.url(PAGED));
        settings.put("simulator.lines.2.webhook", escalation.url(PAGED));
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    @Test
    void words_numbers_and_names_lie_sealed() throws Exception {
        send("a secret of the evening");
        post("/v1/phones", "{\"number\":\"%s\",\"name\":\"Jo Secretname\"}".formatted(phone));
        post("/v1/phones/type", "{\"from\":\"%s\",\"body\":\"my secret answer\"}".formatted(phone));
        post("/v1/alarms", "{\"kind\":\"secret alarm\"}");
        await().atMost(SOON).until(() -> rows("operator_alarm").length() > 0);

        var stored = List.of("phone", "carrier_text", "operator_alarm").stream()
                .map(this::rows)
                .collect(Collectors.joining());
        assertThat(stored).isNotEmpty();
        assertThat(stored.contains("secret")).isFalse();
        assertThat(stored.contains("Secretname")).isFalse();
        assertThat(stored.contains(phone.substring(2))).isFalse();
        assertThat(stored.contains("once-0001")).isFalse();
    }

    private String rows(String table) {
        return jdbc.sql("SELECT coalesce(string_agg(t::text, ' '), '') FROM " + table + " AS t")
                .query(String.class)
                .single();
    }

    @Test
    void an_alarm_is_taken_in_any_form_and_shown_newest_first() throws Exception {
        assertThat(post("/v1/alarms", "{\"kind\":\"NO_ONE_ON_CALL\"}").statusCode())
                .isEqualTo(202);
        assertThat(post("/v1/alarms", "no json at all").statusCode()).isEqualTo(202);

        var alarms = read(get("/v1/alarms"));
        assertThat(alarms.get(0).get("alarm").stringValue()).isEqualTo("no json at all");
        assertThat(alarms.get(1).get("alarm").get("kind").stringValue()).isEqualTo("NO_ONE_ON_CALL");
    }

    @Test
    void a_play_stops_at_each_due_instant_in_order_and_ends_where_it_should() throws Exception {
        var start = clock.instant();
        var first = start.plus(Duration.ofHours(1));
        var second = start.plus(Duration.ofHours(5));
        clinic.plan(first);
        escalation.plan(second);
        escalation.plan(start.plus(Duration.ofHours(30)));

        var played = read(post("/v1/clock/play", "{\"for\":\"PT10H\"}"));

        assertThat(played.get("pausedBy").isNull()).isTrue();
        assertThat(played.get("playing").booleanValue()).isFalse();
        assertThat(Duration.parse(played.get("lead").stringValue())).isEqualTo(clock.lead());
        assertThat(clock.instant()).isBetween(start.plus(Duration.ofHours(10)), start.plus(Duration.ofMinutes(602)));
        assertThat(clinic.doneAt().getLast()).isBetween(first, first.plusSeconds(60));
        assertThat(escalation.doneAt().getLast()).isBetween(second, second.plusSeconds(60));
        assertThat(escalation.lead()).isEqualTo(clock.lead());
        assertThat(jdbc.sql("SELECT lead_nanos FROM clinic_time")
                        .query(Long.class)
                        .single())
                .isEqualTo(clock.lead().toNanos());

        var next = read(post("/v1/clock/play", "{\"toNext\":true}"));
        assertThat(Instant.parse(next.get("stoppedAt").stringValue()))
                .isBetween(start.plus(Duration.ofHours(30)), start.plus(Duration.ofMinutes(1802)));
    }

    @Test
    void a_play_pauses_when_a_person_is_called_and_a_later_one_goes_on() throws Exception {
        var start = clock.instant();
        var call = start.plus(Duration.ofHours(2));
        escalation.planCall(call);

        var paused = read(post("/v1/clock/play", "{\"for\":\"PT9H\"}"));
        assertThat(paused.get("pausedBy").stringValue()).isEqualTo("escalation");
        assertThat(Instant.parse(paused.get("stoppedAt").stringValue())).isBetween(call, call.plusSeconds(60));

        var went = read(post("/v1/clock/play", "{\"for\":\"PT1H\"}"));
        assertThat(went.get("pausedBy").isNull()).isTrue();
    }

    @Test
    void a_service_that_never_goes_quiet_is_named() throws Exception {
        escalation.stuck(true);

        var paused = read(post("/v1/clock/play", "{\"for\":\"PT1H\"}"));

        assertThat(paused.get("pausedBy").stringValue()).isEqualTo("not-quiet");
        assertThat(paused.get("reason").stringValue())
                .contains("escalation (1)")
                .doesNotContain("journeys");
    }

    @Test
    void only_one_play_at_a_time_and_a_person_can_pause_it() throws Exception {
        escalation.stuck(true);
        var playing = CompletableFuture.supplyAsync(() -> {
            try {
                return read(post("/v1/clock/play", "{\"for\":\"PT1H\"}"));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().atMost(SOON).until(() -> read(get("/v1/clock")).get("playing").booleanValue());

        var second = post("/v1/clock/play", "{\"for\":\"PT1H\"}");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(read(second).get("detail").stringValue()).contains("already playing");

        post("/v1/clock/pause", "");
        assertThat(playing.get().get("pausedBy").stringValue()).isEqualTo("person");
    }

    @Test
    void clinic_time_is_never_played_back() throws Exception {
        var answer = post("/v1/clock/play", "{\"until\":\"2020-01-01T08:00\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(read(answer).get("detail").stringValue()).contains("never goes back");
    }

    @Test
    void a_mistake_is_answered_with_what_to_do() throws Exception {
        var answer = post("/v1/phones/type", "{\"from\":\"my phone\",\"body\":\"hello\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(read(answer).get("detail").stringValue())
                .contains("+1 202 555 0155")
                .doesNotContain("my phone");
        assertThat(post("/v1/phones/type", "{\"from\":\"%s\",\"body\":\"\"}".formatted(phone))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/v1/phones/type", "{\"from\":\"%s\",\"body\":\"hi\",\"to\":\"+12025550999\"}".formatted(phone))
                        .body())
                .contains(PATIENTS);
    }

    @Test
    void the_page_shows_phones_without_a_number_in_any_address() throws Exception {
        send("<b>How</b> are you?");
        var page = get("/").body();

        assertThat(page).contains("Rosa Lindqvist", "&lt;b&gt;How&lt;/b&gt; are you?", "nothing leaves this machine");
        assertThat(Pattern.compile("(?:href|src|hx-post|hx-get)=\"[^\"]*\\d{7}")
                        .matcher(page)
                        .find())
                .isFalse();
    }

    @Test
    void another_sites_page_can_not_type_on_a_phone() throws Exception {
        var id = thread().get("id").stringValue();
        var foreign = HttpRequest.newBuilder(at("/phones/" + id + "/type"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://elsewhere.example")
                .POST(BodyPublishers.ofString("body=hello"))
                .build();

        assertThat(http.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        assertThat(thread().get("texts").size()).isZero();
    }

    @Test
    void a_page_that_is_open_hears_of_a_new_text() throws Exception {
        var id = thread().get("id").stringValue();
        var heard = http.send(HttpRequest.newBuilder(at("/hints")).build(), BodyHandlers.ofLines());
        assertThat(heard.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        send("hello");

        try (var lines = heard.body()) {
            assertThat(lines.takeWhile(line -> !line.equals("data:" + id)).limit(200))
                    .contains("event:phone");
        }
    }
}
