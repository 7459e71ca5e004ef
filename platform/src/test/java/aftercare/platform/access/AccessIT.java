package aftercare.platform.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.HttpClientErrorException;

@ExtendWith(OutputCaptureExtension.class)
class AccessIT {
    private static final byte[] SECRET = "an access secret of 32 bytes or so".getBytes(UTF_8);
    private static final Caller ROSA = new Caller("rosa", Set.of(Role.STAFF, Role.CLINICIAN));
    private static final String PUBLIC_URL = "https://clinic.example/aftercare";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext service;
    private static int privatePort;
    private static int publicPort;

    @BeforeAll
    static void start() {
        service = start("demo");
        privatePort = portOf(service);
        publicPort = service.getBean(PublicDoor.class).port().orElseThrow();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_call_without_a_token_is_refused_with_a_problem() throws Exception {
        var answer = get(privatePort, "/v1/me", null);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("urn:aftercare:problem:no-token");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_controller_learns_who_calls() throws Exception {
        var answer = get(privatePort, "/v1/me", token("probe"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"id\":\"rosa\"").contains("STAFF").contains("CLINICIAN");
    }

    @Test
    void a_token_for_another_service_is_worth_nothing() throws Exception {
        assertThat(get(privatePort, "/v1/me", token("escalation")).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_is_worth_nothing_after_its_minute() throws Exception {
        var earlier = new MachineClock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-70)));
        assertThat(get(privatePort, "/v1/me", new Tokens(key(SECRET), earlier).mint(ROSA, "probe"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_token_signed_by_a_stranger_or_by_nobody_is_worth_nothing() throws Exception {
        var strangers = new Tokens(key(new byte[32]), MachineClock.system());
        assertThat(get(privatePort, "/v1/me", strangers.mint(ROSA, "probe")).statusCode())
                .isEqualTo(401);
        var unsigned = encoded("{\"alg\":\"none\"}") + "." + token("probe").split("\\.", -1)[1] + ".";
        assertThat(get(privatePort, "/v1/me", unsigned).statusCode()).isEqualTo(401);
    }

    @Test
    void roles_decide_and_the_refusal_is_a_problem() throws Exception {
        assertThat(get(privatePort, "/v1/staff-only", token("probe")).statusCode())
                .isEqualTo(200);
        var refusal = get(privatePort, "/v1/staff-only", tokens().mint(Caller.service("messaging"), "probe"));
        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(refusal.body()).contains("urn:aftercare:problem:not-allowed");
    }

    @Test
    void open_paths_need_no_token_but_name_no_caller() throws Exception {
        assertThat(get(privatePort, "/open/door", null).statusCode()).isEqualTo(200);
        assertThat(get(privatePort, "/open/me", null).statusCode()).isEqualTo(401);
    }

    @Test
    void health_and_metrics_are_open_inside_and_hide_their_details() throws Exception {
        assertThat(get(privatePort, "/actuator/health", null).body())
                .contains("UP")
                .doesNotContain("components");
        assertThat(get(privatePort, "/actuator/prometheus", null).statusCode()).isEqualTo(200);
        assertThat(get(privatePort, "/actuator/env", token("probe")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void webhooks_are_not_there_on_the_private_port() throws Exception {
        assertThat(get(privatePort, "/webhooks/hello", null).statusCode()).isEqualTo(404);
        assertThat(get(privatePort, "/webhooks/hello", token("probe")).statusCode())
                .isEqualTo(404);
        assertThat(post(privatePort, "/webhooks/twilio/inbound", null, Map.of("Body", "x"), "any")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothing_but_webhooks_is_there_on_the_public_port() throws Exception {
        assertThat(get(publicPort, "/webhooks/hello", null).statusCode()).isEqualTo(200);
        for (var path : new String[] {
            "/v1/me",
            "/actuator/health",
            "/actuator/prometheus",
            "/open/door",
            "/v1/work",
            "/",
            "/error",
            "/webhooks/../v1/work",
            "/webhooks/%2e%2e/v1/work",
            "//v1/work",
            "/webhooks/..;/v1/work",
            "/webhooks;/../v1/work"
        }) {
            assertThat(get(publicPort, path, token("probe")).statusCode())
                    .as(path)
                    .isBetween(400, 404);
        }
    }

    @Test
    void only_the_carriers_own_calls_reach_a_twilio_webhook() throws Exception {
        var form = Map.of("Body", "zażółć & 2", "From", "+12025550143", "NewParameter", " not trimmed ");
        var path = "/webhooks/twilio/inbound";
        var url = PUBLIC_URL + path;
        assertThat(post(publicPort, path, null, form, null).statusCode()).isEqualTo(403);
        assertThat(post(publicPort, path, null, form, signature("wrong", url, form))
                        .statusCode())
                .isEqualTo(403);
        var answer = post(publicPort, path, null, form, signature("carrier-token", url, form));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("zażółć & 2");
        assertThat(post(publicPort, path, null, form, signature("carrier-token-before", url, form))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void no_other_spelling_of_a_webhooks_path_gets_past_the_signature() throws Exception {
        for (var path : new String[] {
            "/webhooks//twilio/inbound",
            "//webhooks/twilio/inbound",
            "/webhooks/%74wilio/inbound",
            "/webhooks/twilio%2Finbound",
            "/webhooks/twilio;a=b/inbound",
            "/webhooks/./twilio/inbound",
            "/webhooks/x/../twilio/inbound"
        }) {
            assertThat(post(publicPort, path, null, Map.of("Body", "x"), null).statusCode())
                    .as(path)
                    .isBetween(400, 404);
        }
    }

    @Test
    void the_signature_covers_the_query_as_part_of_the_url_and_the_form_as_parameters() throws Exception {
        var form = Map.of("Body", "of the form");
        var path = "/webhooks/twilio/inbound";
        var query = "token=a%2Fb&Body=of+the+query";
        var good = signature("carrier-token", PUBLIC_URL + path + "?" + query, form);
        assertThat(post(publicPort, path, query, form, good).statusCode()).isEqualTo(200);
        assertThat(post(publicPort, path, query + "x", form, good).statusCode()).isEqualTo(403);
    }

    @Test
    void a_failure_shows_its_words_to_nobody(CapturedOutput output) throws Exception {
        var answer = postJson("/v1/failing", "unspeakable");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("urn:aftercare:problem:failed")
                .doesNotContain("unspeakable")
                .doesNotContain("IllegalState");
        assertThat(output.getAll()).contains("A call failed").doesNotContain("unspeakable");
    }

    @Test
    void a_request_that_cannot_be_read_shows_its_words_to_nobody(CapturedOutput output) throws Exception {
        var unreadable = postJson("/v1/reading", "{\"number\":\"unspeakable\"}");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        var mistyped = get(privatePort, "/v1/number/unspeakable", token("probe"));
        assertThat(mistyped.statusCode()).isEqualTo(400);
        // Spring names the path it was asked for; paths hold no words.
        var shown = mistyped.body().replace("/v1/number/unspeakable", "");
        assertThat(unreadable.body() + shown + output.getAll()).doesNotContain("unspeakable");
        assertThat(get(privatePort, "/v1/nowhere", token("probe")).statusCode()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_read_or_used_is_named_by_its_place_without_its_words(CapturedOutput output) throws Exception {
        var unreadable = postJson("/v1/booking", "{\"room\":\"a\",\"visits\":[{\"zone\":\"unspeakable\"}]}");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.body()).contains("urn:aftercare:problem:unreadable", "can't be read at visits[0].zone.");
        var unusable = postJson("/v1/booking", "{\"room\":\"unspeakable\",\"visits\":[{}]}");
        assertThat(unusable.statusCode()).isEqualTo(400);
        assertThat(unusable.body())
                .contains("room size must be between 0 and 3; visits[0].zone must not be null.")
                .doesNotContain("unspeakable");
        assertThat(postJson("/v1/reading", "{\"unspeakable\":\"x\"}").body()).contains("can't be read at *.");
        assertThat(unreadable.body() + output.getAll()).doesNotContain("unspeakable");
    }

    @Test
    void services_call_each_other_with_a_fresh_token() {
        var clients = service.getBean(ServiceClients.class);
        var me = clients.to("probe", ROSA).get().uri("/v1/me").retrieve().body(Caller.class);
        assertThat(me).isEqualTo(ROSA);
        assertThat(clients.to("probe", ROSA)
                        .get()
                        .uri("/v1/staff-only")
                        .retrieve()
                        .body(String.class))
                .isEqualTo("welcome");
        var stranger = clients.to("probe", Caller.service("messaging")).get().uri("/v1/staff-only");
        assertThatExceptionOfType(HttpClientErrorException.Forbidden.class)
                .isThrownBy(() -> stranger.retrieve().body(String.class));
    }

    @Test
    void a_demos_clock_is_moved_by_http_and_a_live_one_is_not_there() throws Exception {
        assertThat(get(privatePort, "/v1/work", null).body()).contains("\"pending\":0");
        assertThat(put(privatePort, "/v1/clock", "{\"lead\":\"PT5H\"}").statusCode())
                .isEqualTo(204);
        var clock = service.getBean(ClinicClock.class);
        assertThat(clock.lead()).isEqualTo(Duration.ofHours(5));
        assertThat(put(privatePort, "/v1/clock", "{\"lead\":\"PT1H\"}").statusCode())
                .isEqualTo(204);
        assertThat(clock.lead()).as("it never goes back").isEqualTo(Duration.ofHours(5));
        assertThat(put(privatePort, "/v1/clock", "{}").statusCode()).isEqualTo(400);

        try (var live = start("live")) {
            var port = portOf(live);
            assertThat(get(port, "/v1/work", null).statusCode()).isEqualTo(404);
            assertThat(put(port, "/v1/clock", "{\"lead\":\"PT5H\"}").statusCode())
                    .isEqualTo(404);
            assertThat(live.getBean(ClinicClock.class).lead()).isZero();
        }
    }

    private static ConfigurableApplicationContext start(String mode) {
        return new SpringApplicationBuilder(Probe.class)
                .properties(
                        "spring.application.name=probe",
                        "aftercare.mode=" + mode,
                        "aftercare.events.enabled=false",
                        "aftercare.sealing.enabled=false",
                        "aftercare.access.secret=" + Base64.getEncoder().encodeToString(SECRET),
                        "aftercare.access.open-paths=/open/**",
                        "aftercare.public-port=0",
                        "aftercare.public-url=" + PUBLIC_URL + "/",
                        "aftercare.services.probe=http://127.0.0.1:${local.server.port}",
                        "twilio.auth-token=carrier-token",
                        "twilio.auth-token-previous=carrier-token-before",
                        "spring.threads.virtual.enabled=true",
                        "server.port=0")
                .run();
    }

    private static int portOf(ConfigurableApplicationContext started) {
        return started.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static Tokens tokens() {
        return service.getBean(Tokens.class);
    }

    private static String token(String audience) {
        return tokens().mint(ROSA, audience);
    }

    private static SecretKey key(byte[] secret) {
        return new SecretKeySpec(secret, "HmacSHA256");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static HttpResponse<String> get(int port, String path, @Nullable String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    private static HttpResponse<String> put(int port, String path, String json) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private static HttpResponse<String> postJson(String path, String json) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + privatePort + path))
                .header("Authorization", "Bearer " + token("probe"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private static HttpResponse<String> post(
            int port, String path, @Nullable String query, Map<String, String> form, @Nullable String signature)
            throws Exception {
        var encoded = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + path + (query == null ? "" : "?" + query)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded));
        if (signature != null) {
            request.header("X-Twilio-Signature", signature);
        }
        return send(request.build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String signature(String token, String url, Map<String, String> form) throws Exception {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
        mac.update(url.getBytes(UTF_8));
        new TreeMap<>(form).forEach((name, value) -> mac.update((name + value).getBytes(UTF_8)));
        return Base64.getEncoder().encodeToString(mac.doFinal());
    }
}
