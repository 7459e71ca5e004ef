package aftercare.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.EventPublisher;
import aftercare.platform.sealing.Sealer;
import aftercare.platform.twilio.SendOutcome;
import aftercare.platform.twilio.SmsCarrier;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Topics;
import aftercare.schemas.messaging.MessageWithdrawn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.client.RestClient;

@SpringBootTest(
        classes = SampleService.class,
        properties = {"spring.config.name=sample", "sample.own=1"},
        webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = Backing.class)
class BackingIT {
    private static final String FROM = "+12025550120";
    private static final String TO = "+12025550143";
    private static final URI CALLBACK = URI.create("http://127.0.0.1:1/webhooks/twilio/status/once");

    private final FakeCarrier phones = FakeCarrier.running();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SampleService.Parts parts;

    @Value("${aftercare.public-url}")
    private String publicUrl;

    @Value("${local.server.port}")
    private int port;

    @BeforeEach
    void forget() {
        phones.reset();
        parts.texts.clear();
    }

    @Test
    void a_service_has_a_schema_of_its_own_that_flyway_filled() {
        var jdbc = context.getBean(JdbcClient.class);
        assertThat(jdbc.sql("SELECT current_user || '.' || current_schema")
                        .query(String.class)
                        .single())
                .isEqualTo("sample.sample");
        assertThat(jdbc.sql("SELECT count(*) FROM outbox").query(Integer.class).single())
                .isNotNegative();
    }

    @Test
    void a_tests_own_properties_win_over_the_backing_and_the_backing_over_the_services() {
        var environment = context.getEnvironment();
        assertThat(environment.getProperty("sample.own")).isEqualTo("1");
        assertThat(environment.getProperty("twilio.socket-timeout")).isEqualTo("2s");
        assertThat(port).isNotEqualTo(8099);
    }

    @Test
    void a_published_event_reaches_the_listener_and_a_services_event_is_shown() {
        try (var topics = TestTopics.open()) {
            var key = "patient-" + UUID.randomUUID();
            var order = new MessageWithdrawn(MessageId.random(), new PatientId(key), "no longer due");
            var id = topics.publish(key, Instant.parse("2026-03-07T22:00:00Z"), order);
            await().atMost(Duration.ofSeconds(30)).until(() -> parts.heard.contains(id));

            var second = UUID.randomUUID();
            context.getBean(EventPublisher.class).publish(second, key, Instant.parse("2026-03-07T23:00:00Z"), order);
            assertThat(topics.on(Topics.REQUESTS, key)).extracting("id").containsExactly(id, second);
            assertThat(topics.await(MessageWithdrawn.class, key)).isEqualTo(order);
        }
    }

    @Test
    void the_fake_carrier_takes_texts_and_does_as_it_is_told() {
        var carrier = context.getBean(SmsCarrier.class);
        phones.next(
                new CarrierAnswer.Refuse(400, 21610),
                new CarrierAnswer.Fail(true),
                new CarrierAnswer.Hang(false),
                new CarrierAnswer.Drop(true));
        assertThat(send(carrier, "one")).isEqualTo(new SendOutcome.Refused(400, 21610));
        assertThat(send(carrier, "two")).isEqualTo(new SendOutcome.Uncertain("HTTP 500"));
        assertThat(send(carrier, "three")).isInstanceOf(SendOutcome.Uncertain.class);
        assertThat(send(carrier, "four")).isInstanceOf(SendOutcome.Uncertain.class);
        assertThat(send(carrier, "five")).isInstanceOf(SendOutcome.Accepted.class);

        assertThat(phones.posts()).isEqualTo(5);
        assertThat(phones.textsTo(TO)).extracting(FakeCarrier.Text::body).containsExactly("two", "four", "five");
        assertThat(carrier.sentTo(TO, Instant.EPOCH))
                .extracting(SmsCarrier.Sent::body)
                .containsExactlyInAnyOrder("two", "four", "five");
    }

    @Test
    void a_phone_types_and_the_service_hears_it_at_its_public_door_only() {
        var webhook = URI.create(publicUrl + "/webhooks/twilio/inbound");
        assertThat(phones.deliver(webhook, TO, FROM, "zażółć").httpStatus()).isEqualTo(200);
        assertThat(parts.texts).containsExactly("zażółć");
        var inside = URI.create("http://127.0.0.1:" + port + "/webhooks/twilio/inbound");
        assertThat(phones.deliver(inside, TO, FROM, "again").httpStatus()).isEqualTo(404);
        assertThat(parts.texts).hasSize(1);
    }

    @Test
    void tokens_and_keys_are_those_of_the_service() {
        var status = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/v1/nothing-here")
                .headers(headers -> headers.setBearerAuth(Tokens.of(Caller.service("console"), "sample")))
                .exchange((_, answer) -> answer.getStatusCode().value());
        assertThat(status).as("past the guard").isEqualTo(404);
        var sealer = context.getBean(Sealer.class);
        assertThat(sealer.open(sealer.seal("words", 1, "text"), 1, "text")).isEqualTo("words");
    }

    @Test
    void clinic_time_goes_forward_when_told() {
        var clock = context.getBean(ClinicClock.class);
        var goal = clock.instant().plus(Duration.ofDays(2));
        TestClocks.forwardTo(context, goal);
        assertThat(clock.instant()).isBetween(goal, goal.plusSeconds(60));
    }

    private static SendOutcome send(SmsCarrier carrier, String body) {
        return carrier.send(FROM, TO, body, CALLBACK);
    }
}
