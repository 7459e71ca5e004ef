package aftercare.console;

import aftercare.testkit.Backing;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The console between the services of {@link Harbor}. */
@SpringBootTest(
        classes = ConsoleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=console")
@ContextConfiguration(initializers = Backing.class)
abstract class HarborPages {
    protected static final Harbor HARBOR = new Harbor();

    protected Visitor visitor;

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("aftercare.services.escalation", HARBOR.escalation::url);
        properties.add("aftercare.services.messaging", HARBOR.messaging::url);
        properties.add("aftercare.services.journeys", HARBOR.journeys::url);
    }

    @BeforeEach
    void theNightBegins() throws Exception {
        HARBOR.busyNight();
        visitor = new Visitor(port);
        visitor.signIn("rosa", "demo-rosa");
    }

    protected String page(String path) throws Exception {
        return visitor.get(path).body();
    }

    protected Visitor as(String staffId) throws Exception {
        var other = new Visitor(port);
        other.signIn(staffId, "demo-" + staffId);
        return other;
    }
}
