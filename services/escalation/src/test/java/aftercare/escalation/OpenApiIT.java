package aftercare.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.testkit.OpenApi;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiIT {
    @Test
    void the_document_tells_of_every_door() {
        try (var clinic = Clinic.open(Map.of())) {
            assertThat(OpenApi.undocumented(clinic.service())).isEmpty();
        }
    }
}
