package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Threads, patients and consent, asked of {@code messaging} in the name of whoever is signed in. */
@Component
public class MessagingService {

    /** One text of a thread. */
    public record Text(
            String id,
            String from,
            String text,
            Instant at,
            String status,
            @Nullable String level,
            @Nullable String touchpoint,
            boolean crossed,
            @Nullable String author) {}

    /** One text, or one entry of the consent ledger, in a patient's timeline. */
    public record Entry(
            String id,
            String kind,
            Instant at,
            @Nullable String from,
            @Nullable String text,
            String status,
            @Nullable String level,
            @Nullable String touchpoint,
            @Nullable String reason,
            @Nullable String who) {}

    /** A patient. Only one that was asked for alone comes with all numbers and the second contact. */
    public record Patient(
            String patientId,
            @Nullable String name,
            @Nullable String number,
            @Nullable String lineId,
            boolean optedOut,
            @Nullable String language,
            @Nullable String zone,
            @Nullable List<String> numbers,
            @Nullable SecondContact secondContact) {
        @Override
        public String toString() {
            return "Patient[" + patientId + "]";
        }
    }

    /** Whom the clinic may speak with when the patient can't be reached. */
    public record SecondContact(
            String name, @Nullable String number, @Nullable String relation) {
        @Override
        public String toString() {
            return "SecondContact";
        }
    }

    /** A phone's line and who may be behind it. */
    public record Line(
            @Nullable String number,
            List<Patient> patients,
            @Nullable List<String> holds) {}

    private final ServiceClients clients;

    MessagingService(ServiceClients clients) {
        this.clients = clients;
    }

    public Line line(Staff staff, String lineId) {
        return Objects.requireNonNull(clients.to("messaging", staff.caller())
                .get()
                .uri("/v1/lines/{id}", lineId)
                .retrieve()
                .body(Line.class));
    }

    public List<Text> thread(Staff staff, String lineId) {
        return list(staff, "/v1/lines/{id}/thread", lineId, new ParameterizedTypeReference<>() {});
    }

    public List<Entry> timeline(Staff staff, String patientId) {
        return list(staff, "/v1/patients/{id}/timeline", patientId, new ParameterizedTypeReference<>() {});
    }

    public Patient patient(Staff staff, String patientId) {
        return Objects.requireNonNull(clients.to("messaging", staff.caller())
                .get()
                .uri("/v1/patients/{id}", patientId)
                .retrieve()
                .body(Patient.class));
    }

    /** The search text goes in the body: a name never stands in a URL (S9). */
    public List<Patient> search(Staff staff, String text) {
        return Objects.requireNonNull(clients.to("messaging", staff.caller())
                .post()
                .uri("/v1/patients/search")
                .body(Map.of("text", text))
                .retrieve()
                .body(new ParameterizedTypeReference<List<Patient>>() {}));
    }

    /** Who these are. */
    public List<Patient> named(Staff staff, List<String> patientIds) {
        return Objects.requireNonNull(clients.to("messaging", staff.caller())
                .post()
                .uri("/v1/patients/named")
                .body(Map.of("patientIds", patientIds))
                .retrieve()
                .body(new ParameterizedTypeReference<List<Patient>>() {}));
    }

    /** A colleague's own words: they pass every hold, and bear the colleague's name. */
    public void type(Staff staff, String lineId, String text, @Nullable String answersReplyId) {
        var body = new HashMap<String, Object>();
        body.put("text", text);
        body.put("answersReplyId", answersReplyId);
        clients.to("messaging", staff.caller())
                .post()
                .uri("/v1/lines/{id}/texts", lineId)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    public void recordConsent(Staff staff, String patientId, boolean granted, String reason) {
        clients.to("messaging", staff.caller())
                .post()
                .uri("/v1/patients/{id}/consent", patientId)
                .body(Map.of("granted", granted, "reason", reason))
                .retrieve()
                .toBodilessEntity();
    }

    private <T> List<T> list(Staff staff, String path, String id, ParameterizedTypeReference<List<T>> type) {
        return Objects.requireNonNull(clients.to("messaging", staff.caller())
                .get()
                .uri(path, id)
                .retrieve()
                .body(type));
    }
}
