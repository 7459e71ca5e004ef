package aftercare.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.testkit.OpenApi;
import org.junit.jupiter.api.Test;

class OpenApiIT extends Scene {
    @Test
    void the_document_tells_of_every_door() {
        assertThat(OpenApi.undocumented(service)).isEmpty();
    }
}
