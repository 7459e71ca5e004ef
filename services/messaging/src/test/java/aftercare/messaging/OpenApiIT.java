package aftercare.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.testkit.OpenApi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class OpenApiIT extends Scene {
    @Autowired
    ApplicationContext service;

    @Test
    void the_document_tells_of_every_door() {
        assertThat(OpenApi.undocumented(service)).isEmpty();
    }
}
