package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Plans, answers and the journey itself, asked of {@code journeys} in the name of whoever is signed in. */
@Component
public class JourneysService {

    /** One planned, sent or dropped touchpoint. */
    public record Touchpoint(
            String touchpointId,
            String touchpoint,
            @Nullable String appointmentId,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            String state,
            @Nullable String reason,
            Why why) {}

    /** What a touchpoint counts from, and how. */
    public record Why(String event, String rule, Instant at) {}

    /** Words for a human to approve or change, and to send by hand. */
    public record Suggested(String touchpoint, String name, String text, String language, Instant closesAt) {}

    /** One bound answer. */
    public record Answer(String touchpoint, String value, Instant at) {}

    private final ServiceClients clients;

    JourneysService(ServiceClients clients) {
        this.clients = clients;
    }

    public List<Touchpoint> plan(Staff staff, String patientId) {
        return Objects.requireNonNull(clients.to("journeys", staff.caller())
                .get()
                .uri("/v1/patients/{id}/plan", patientId)
                .retrieve()
                .body(new ParameterizedTypeReference<List<Touchpoint>>() {}));
    }

    public List<Suggested> suggestedWords(Staff staff, String patientId) {
        return Objects.requireNonNull(clients.to("journeys", staff.caller())
                .get()
                .uri("/v1/patients/{id}/suggested-words", patientId)
                .retrieve()
                .body(new ParameterizedTypeReference<List<Suggested>>() {}));
    }

    public List<Answer> answers(Staff staff, String patientId) {
        return Objects.requireNonNull(clients.to("journeys", staff.caller())
                .get()
                .uri("/v1/patients/{id}/answers", patientId)
                .retrieve()
                .body(new ParameterizedTypeReference<List<Answer>>() {}));
    }
}
