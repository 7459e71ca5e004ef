package aftercare.screening;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.testkit.Backing;
import aftercare.testkit.OpenApi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        classes = ScreeningApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=screening", "screening.time-limit=30s"})
@ContextConfiguration(initializers = Backing.class)
class OpenApiIT {
    @Autowired
    private ApplicationContext service;

    @Test
    void the_document_tells_of_every_door() {
        assertThat(OpenApi.undocumented(service)).isEmpty();
    }
}
