package aftercare.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.testkit.Backing;
import aftercare.testkit.FakeCarrier;
import aftercare.testkit.Tokens;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.client.RestClient;

/** S2: a reply is taken, and the watch finds it unscreened, while there is no broker at all. */
@SpringBootTest(
        classes = MessagingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=messaging", "spring.kafka.bootstrap-servers=127.0.0.1:1"})
@ContextConfiguration(initializers = Backing.class)
@DirtiesContext
class BrokerDownIT {
    @LocalServerPort
    int port;

    @Value("${aftercare.public-url}")
    URI publicUrl;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_reply_is_taken_and_found_unscreened_without_kafka() {
        var handed = FakeCarrier.running()
                .deliver(publicUrl.resolve("/webhooks/twilio/messages"), "+14158889999", "+12025550120", "hm");
        assertThat(handed.httpStatus()).isEqualTo(200);
        var reply = jdbc.sql("SELECT id::text FROM reply WHERE carrier_id = :sid")
                .param("sid", handed.sid())
                .query(String.class)
                .single();
        assertThat(overdue()).contains(reply);
        assertThat(overdue()).contains(reply);
        assertThat(jdbc.sql("SELECT unscreened_at IS NOT NULL FROM reply WHERE id = :id::uuid")
                        .param("id", reply)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private String overdue() {
        var body = RestClient.create("http://127.0.0.1:" + port)
                .post()
                .uri("/v1/replies/overdue")
                .header("Authorization", "Bearer " + Tokens.ofService("escalation", "messaging"))
                .header("Content-Type", "application/json")
                .body("{\"olderThan\":\"PT0S\"}")
                .retrieve()
                .body(String.class);
        return body == null ? "" : body;
    }
}
