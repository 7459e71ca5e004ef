package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** What a machine may say to routine questions, asked of {@code journeys} in the name of whoever is signed in. */
@Component
public class FixedAnswerService {
    /** The text about one topic; without words where nobody has written any. */
    public record FixedAnswer(
            String topic,
            @Nullable String en,
            @Nullable String es,
            boolean enabled,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {}

    private final Calls calls;

    FixedAnswerService(ServiceClients clients) {
        this.calls = new Calls(clients, "journeys");
    }

    public List<FixedAnswer> all(Staff staff) {
        return calls.get(staff, new ParameterizedTypeReference<>() {}, "/v1/fixed-answers");
    }

    public void approve(Staff staff, String topic, String en, String es, boolean enabled) {
        calls.put(staff, Map.of("en", en, "es", es, "enabled", enabled), "/v1/fixed-answers/{topic}", topic);
    }
}
