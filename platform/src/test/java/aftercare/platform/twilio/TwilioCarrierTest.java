package aftercare.platform.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import aftercare.platform.clock.ClockAutoConfiguration;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TwilioCarrierTest {
    private static final String NUMBER = "+12025550143";
    private static final String WORDS = "words of a patient";
    private static final URI CALLBACK = URI.create("https://clinic.example/webhooks/twilio/status/once");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private volatile Answer answer = exchange -> send(exchange, 201, "{\"sid\":\"SM1\",\"status\":\"queued\"}");

    private interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    TwilioCarrierTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
                answer.to(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void an_accepted_text_has_the_carriers_id_and_names_the_callback() {
        carrier(carrier -> assertThat(carrier.send("+12025550120", NUMBER, WORDS, CALLBACK))
                .isEqualTo(new SendOutcome.Accepted("SM1")));
        assertThat(requests).singleElement().asString().contains("StatusCallback=https%3A%2F%2Fclinic.example");
    }

    @Test
    void a_server_error_is_uncertain_after_exactly_one_post() {
        answer = exchange -> send(exchange, 500, "{\"status\":500,\"code\":20500,\"message\":\"no\"}");
        carrier(carrier -> assertThat(send(carrier)).isEqualTo(new SendOutcome.Uncertain("HTTP 500")));
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_server_error_without_a_body_is_uncertain_after_exactly_one_post() {
        answer = exchange -> send(exchange, 503, "");
        carrier(carrier -> assertThat(send(carrier)).isInstanceOf(SendOutcome.Uncertain.class));
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_refusal_is_certain() {
        answer = exchange -> send(exchange, 400, "{\"status\":400,\"code\":21610,\"message\":\"to " + NUMBER + "\"}");
        carrier(carrier -> assertThat(send(carrier)).isEqualTo(new SendOutcome.Refused(400, 21610)));
        assertThat(requests).hasSize(1);
    }

    @Test
    void too_many_requests_are_a_refusal_after_exactly_one_post() {
        answer = exchange -> send(exchange, 429, "{\"status\":429,\"code\":20429,\"message\":\"slow\"}");
        carrier(carrier -> assertThat(send(carrier)).isEqualTo(new SendOutcome.Refused(429, 20429)));
        assertThat(requests).hasSize(1);
    }

    @Test
    void an_answer_that_never_comes_is_uncertain() {
        answer = exchange -> assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
        carrier(carrier -> assertThat(send(carrier)).isEqualTo(new SendOutcome.Uncertain("SocketTimeoutException")));
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_dropped_connection_is_uncertain_after_exactly_one_post() {
        answer = exchange -> {};
        carrier(carrier -> assertThat(send(carrier)).isEqualTo(new SendOutcome.Uncertain("NoHttpResponseException")));
        assertThat(requests).hasSize(1);
    }

    @Test
    void an_acceptance_that_cannot_be_read_is_uncertain() {
        answer = exchange -> send(exchange, 201, "<html>");
        carrier(carrier -> assertThat(send(carrier)).isInstanceOf(SendOutcome.Uncertain.class));
    }

    @Test
    void the_list_shows_what_was_sent_to_a_number() {
        answer = exchange -> send(exchange, 200, """
                {"messages":[{"sid":"SM1","from":"+12025550120","to":"+12025550143","body":"hello","status":"delivered"}],
                 "page":0,"page_size":100,"uri":"/x","first_page_uri":"/x"}""");
        carrier(carrier -> assertThat(carrier.sentTo(NUMBER, Instant.parse("2026-03-07T22:00:00Z")))
                .containsExactly(new SmsCarrier.Sent("SM1", "+12025550120", NUMBER, "hello", "delivered")));
        assertThat(requests)
                .singleElement()
                .asString()
                .contains("To=%2B12025550143")
                .contains("DateSent%3E=2026-03-07T22%3A00%3A00");
    }

    @Test
    void a_list_that_is_not_to_be_had_is_an_error_without_the_number() {
        answer = exchange -> send(exchange, 500, "{\"status\":500,\"message\":\"" + NUMBER + "\"}");
        carrier(carrier -> assertThatExceptionOfType(ListUnavailable.class)
                .isThrownBy(() -> carrier.sentTo(NUMBER, Instant.EPOCH))
                .withMessageNotContaining(NUMBER)
                .withNoCause());
    }

    @Test
    void no_request_reaches_the_log_even_when_it_is_asked_for(CapturedOutput output) {
        withDebugLog(() -> carrier(carrier -> {
            assertThat(send(carrier)).isInstanceOf(SendOutcome.Accepted.class);
            answer = exchange -> send(exchange, 400, "{\"status\":400,\"code\":21211,\"message\":\"" + NUMBER + "\"}");
            assertThat(send(carrier)).isInstanceOf(SendOutcome.Refused.class);
        }));
        assertThat(output.getAll())
                .doesNotContain(NUMBER)
                .doesNotContain("%2B1202")
                .doesNotContain(WORDS);
    }

    @Test
    void a_demo_refuses_an_account_without_a_simulator() {
        service("demo")
                .withPropertyValues("twilio.account-sid=AC1", "twilio.auth-token=secret")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                        .hasMessageNotContaining("secret"));
    }

    @Test
    void a_live_deployment_refuses_a_simulator() {
        service("live")
                .withPropertyValues("twilio.base-url=http://127.0.0.1:1")
                .run(context -> assertThat(context).hasFailed());
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ClockAutoConfiguration.class, TwilioAutoConfiguration.class))
                .withPropertyValues("twilio.base-url=http://127.0.0.1:1")
                .run(context -> assertThat(context).as("live is the default").hasFailed());
    }

    @Test
    void a_service_that_sends_nothing_needs_no_account() {
        service("live").run(context -> {
            assertThat(context).hasNotFailed();
            assertThatExceptionOfType(Exception.class)
                    .isThrownBy(() -> context.getBean(SmsCarrier.class))
                    .withStackTraceContaining("twilio.auth-token");
        });
    }

    private static SendOutcome send(SmsCarrier carrier) {
        return carrier.send("+12025550120", NUMBER, WORDS, CALLBACK);
    }

    private void carrier(Consumer<SmsCarrier> test) {
        service("demo")
                .withPropertyValues(
                        "twilio.account-sid=AC1",
                        "twilio.auth-token=secret",
                        "twilio.base-url=http://127.0.0.1:"
                                + server.getAddress().getPort(),
                        "twilio.socket-timeout=500ms")
                .run(context -> test.accept(context.getBean(SmsCarrier.class)));
    }

    private static ApplicationContextRunner service(String mode) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ClockAutoConfiguration.class, TwilioAutoConfiguration.class))
                .withPropertyValues("aftercare.mode=" + mode);
    }

    private static void withDebugLog(Runnable test) {
        var loggers = List.of("com.twilio", "org.apache.hc", "org.apache.hc.client5.http.wire").stream()
                .map(name -> (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(name))
                .toList();
        loggers.forEach(logger -> logger.setLevel(ch.qos.logback.classic.Level.TRACE));
        try {
            test.run();
        } finally {
            loggers.forEach(logger -> logger.setLevel(null));
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
