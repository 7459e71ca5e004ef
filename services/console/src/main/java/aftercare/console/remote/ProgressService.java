package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** How patients do, asked of {@code journeys} in the name of whoever is signed in. */
@Component
public class ProgressService {
    /** Both oldest first. */
    public record Progress(List<Score> scores, List<Questionnaire> questionnaires) {}

    /** A mood, or the total of a questionnaire with what its publisher calls it. */
    public record Score(
            String scale, int value, int most, @Nullable String band, String touchpoint, String scoredBy, Instant at) {}

    /** A questionnaire as it went; {@code reason}: why it ended without a score. */
    public record Questionnaire(
            String questionnaireId,
            String instrument,
            String name,
            String touchpoint,
            String wording,
            String language,
            String state,
            @Nullable String reason,
            Instant beganAt,
            @Nullable Instant endedAt,
            List<Item> items) {
        public long answered() {
            return items.stream().filter(item -> item.value() != null).count();
        }
    }

    public record Item(
            int item,
            String text,
            @Nullable Integer value,
            @Nullable String answerText,
            @Nullable Instant at) {}

    public record Visit(
            String appointmentId,
            String kind,
            String route,
            String standing,
            @Nullable Integer number,
            Instant startsAt,
            @Nullable Instant cameAt,
            @Nullable Instant completedAt) {
        public boolean isSession() {
            return "SESSION".equals(kind);
        }

        public boolean stands() {
            return "BOOKED".equals(standing);
        }
    }

    /** Why a text was asked for. */
    public record Reason(
            String messageId,
            String kind,
            String touchpoint,
            @Nullable String event,
            @Nullable String rule,
            @Nullable Instant eventAt,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Integer item) {}

    /** One patient of a list. */
    public record Row(
            String patientId,
            Instant at,
            List<String> what,
            @Nullable Instant visitAt) {}

    public record Page(int total, List<Row> rows) {}

    private final Calls calls;

    ProgressService(ServiceClients clients) {
        this.calls = new Calls(clients, "journeys");
    }

    public Progress progress(Staff staff, String patientId) {
        return calls.get(staff, Progress.class, "/v1/patients/{id}/scores", patientId);
    }

    public List<Visit> visits(Staff staff, String patientId) {
        return calls.get(staff, new ParameterizedTypeReference<>() {}, "/v1/patients/{id}/visits", patientId);
    }

    public List<Reason> reasons(Staff staff, String patientId) {
        return calls.get(staff, new ParameterizedTypeReference<>() {}, "/v1/patients/{id}/text-reasons", patientId);
    }

    public Map<String, String> touchpointNames(Staff staff) {
        return calls.get(staff, new ParameterizedTypeReference<>() {}, "/v1/touchpoint-names");
    }

    /** @param which fallen, silent or due */
    public Page list(Staff staff, String which, int skip, int limit) {
        return calls.get(staff, Page.class, "/v1/patient-lists/{which}?skip={skip}&limit={limit}", which, skip, limit);
    }
}
