package aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.testkit.Backing;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One's own PIN as a browser sets it. */
@SpringBootTest(
        classes = ConsoleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=console")
@ContextConfiguration(initializers = Backing.class)
class PinPageIT {
    private static final FakeService ESCALATION = new FakeService();

    private final Visitor visitor;

    PinPageIT(@Value("${local.server.port}") int port) {
        this.visitor = new Visitor(port);
    }

    @DynamicPropertySource
    static void escalation(DynamicPropertyRegistry properties) {
        properties.add("aftercare.services.escalation", ESCALATION::url);
    }

    @Test
    void a_clinician_sees_whether_there_is_one_and_sets_it_by_typing_it_twice() throws Exception {
        ESCALATION.answers("/v1/staff/me/pin", "{\"state\":\"LOCKED\"}");
        visitor.signIn("rosa", "demo-rosa");

        assertThat(visitor.get("/on-call/pin").body())
                .contains("locked after three wrong tries", "href=\"/on-call/pin\"");
        assertThat(visitor.submit("/on-call/pin", "/on-call/pin", Map.of("pin", "2749", "again", "2748"))
                        .body())
                .contains("The two are not the same");
        assertThat(visitor.submit("/on-call/pin", "/on-call/pin", Map.of("pin", "2749", "again", "2749"))
                        .body())
                .contains("Your PIN is set")
                .doesNotContain("2749");
    }
}
