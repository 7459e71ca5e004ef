package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** What people do about cases, and the second look at how they ended, asked of {@code escalation} in the name of whoever is signed in. */
@Component
public class CaseDeedService {

    /** Somebody whom an owner could ask to take a case. */
    public record Colleague(String staffId, String name) {}

    /** What goes out once the texts go on; {@code unanswered} names services of which nothing is known now. */
    public record NextTexts(List<NextText> texts, List<String> unanswered) {}

    /** One text that goes out; {@code atOnce}: it waits for nothing but the release. */
    public record NextText(
            String patientId,
            String touchpoint,
            Instant from,
            @Nullable Instant until,
            boolean atOnce) {}

    /** One ending that waits for a second person; {@code yours}: whoever asks may be that person. */
    public record Review(
            String reviewId,
            boolean noRisk,
            String escalationId,
            String code,
            List<String> lineIds,
            List<String> replyIds,
            String closedBy,
            Instant closedAt,
            Said said,
            boolean yours) {}

    /** What was said when the case ended. */
    public record Said(
            @Nullable String disposition,
            @Nullable String reason,
            @Nullable String restsOn,
            @Nullable String level,
            @Nullable String note,
            @Nullable String spokeWith,
            @Nullable String plan) {}

    /** A phone whose texts are held. */
    public record Held(
            String holdId,
            String lineId,
            List<String> patientIds,
            @Nullable String escalationId,
            String placedBy,
            Instant placedAt,
            @Nullable Instant until) {}

    /** Where what a second person sent back was written, when that is another case. */
    public record Returned(@Nullable String into) {}

    private final ServiceClients clients;

    CaseDeedService(ServiceClients clients) {
        this.clients = clients;
    }

    public void acknowledge(Staff staff, String escalationId) {
        post(staff, "/v1/escalations/{id}/acknowledgement", escalationId, Map.of());
    }

    /** Takes the case and logs the call, in one deed. */
    public void claim(Staff staff, String escalationId) {
        post(staff, "/v1/escalations/{id}/claim", escalationId, Map.of());
    }

    public List<Colleague> colleagues(Staff staff, String escalationId) {
        return list(
                staff, "/v1/escalations/{id}/offer/colleagues", new ParameterizedTypeReference<>() {}, escalationId);
    }

    public void offer(Staff staff, String escalationId, String to) {
        post(staff, "/v1/escalations/{id}/offer", escalationId, Map.of("to", to));
    }

    /** Says no to an offer, or takes it back. */
    public void decline(Staff staff, String escalationId) {
        post(staff, "/v1/escalations/{id}/offer/refusal", escalationId, Map.of());
    }

    public void call(Staff staff, String escalationId, String outcome, String words) {
        post(staff, "/v1/escalations/{id}/calls", escalationId, Map.of("outcome", outcome, "words", words));
    }

    /** Adds to the case's history; {@code stillWorking} puts the owner's reminder off once. */
    public void note(Staff staff, String escalationId, String note, boolean stillWorking) {
        post(staff, "/v1/escalations/{id}/notes", escalationId, Map.of("note", note, "stillWorking", stillWorking));
    }

    public void noRisk(Staff staff, String escalationId, Map<String, ?> found) {
        post(staff, "/v1/escalations/{id}/no-risk", escalationId, found);
    }

    public void resolve(Staff staff, String escalationId, Map<String, ?> resolution) {
        post(staff, "/v1/escalations/{id}/resolution", escalationId, resolution);
    }

    public void reopen(Staff staff, String escalationId, String reason) {
        post(staff, "/v1/escalations/{id}/reopening", escalationId, Map.of("reason", reason));
    }

    public NextTexts nextTexts(Staff staff, String escalationId) {
        return Objects.requireNonNull(clients.to("escalation", staff.caller())
                .get()
                .uri("/v1/escalations/{id}/next-texts", escalationId)
                .retrieve()
                .body(NextTexts.class));
    }

    public List<Review> reviews(Staff staff) {
        return list(staff, "/v1/reviews?state=waiting", new ParameterizedTypeReference<>() {});
    }

    public void confirm(Staff staff, String reviewId, String words) {
        post(staff, "/v1/reviews/{id}/confirmation", reviewId, Map.of("words", words));
    }

    public Returned sendBack(Staff staff, String reviewId, String reason) {
        return Objects.requireNonNull(clients.to("escalation", staff.caller())
                .post()
                .uri("/v1/reviews/{id}/return", reviewId)
                .body(Map.of("reason", reason))
                .retrieve()
                .body(Returned.class));
    }

    /** Logs a call on a follow-up or an agreed contact; one that reached the patient does it. */
    public void contact(Staff staff, String workItemId, String outcome, String words) {
        post(staff, "/v1/work-items/{id}/contact", workItemId, Map.of("outcome", outcome, "words", words));
    }

    /** Phones held for more than three days. */
    public List<Held> longHolds(Staff staff) {
        return list(staff, "/v1/holds?view=long", new ParameterizedTypeReference<>() {});
    }

    private <T> List<T> list(Staff staff, String path, ParameterizedTypeReference<List<T>> type, Object... in) {
        return Objects.requireNonNull(clients.to("escalation", staff.caller())
                .get()
                .uri(path, in)
                .retrieve()
                .body(type));
    }

    private void post(Staff staff, String path, String id, Map<String, ?> body) {
        clients.to("escalation", staff.caller())
                .post()
                .uri(path, id)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }
}
