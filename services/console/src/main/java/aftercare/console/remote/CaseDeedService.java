package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    private final Calls calls;

    CaseDeedService(ServiceClients clients) {
        this.calls = new Calls(clients, "escalation");
    }

    public void acknowledge(Staff staff, String escalationId) {
        calls.post(staff, Map.of(), "/v1/escalations/{id}/acknowledgement", escalationId);
    }

    /** Takes the case and logs the call, in one deed. */
    public void claim(Staff staff, String escalationId) {
        calls.post(staff, Map.of(), "/v1/escalations/{id}/claim", escalationId);
    }

    public List<Colleague> colleagues(Staff staff, String escalationId) {
        return calls.get(
                staff, new ParameterizedTypeReference<>() {}, "/v1/escalations/{id}/offer/colleagues", escalationId);
    }

    public void offer(Staff staff, String escalationId, String to) {
        calls.post(staff, Map.of("to", to), "/v1/escalations/{id}/offer", escalationId);
    }

    /** Says no to an offer, or takes it back. */
    public void decline(Staff staff, String escalationId) {
        calls.post(staff, Map.of(), "/v1/escalations/{id}/offer/refusal", escalationId);
    }

    public void call(Staff staff, String escalationId, String outcome, String words) {
        calls.post(staff, Map.of("outcome", outcome, "words", words), "/v1/escalations/{id}/calls", escalationId);
    }

    /** Adds to the case's history; {@code stillWorking} puts the owner's reminder off once. */
    public void note(Staff staff, String escalationId, String note, boolean stillWorking) {
        calls.post(
                staff, Map.of("note", note, "stillWorking", stillWorking), "/v1/escalations/{id}/notes", escalationId);
    }

    public void noRisk(Staff staff, String escalationId, Map<String, ?> found) {
        calls.post(staff, found, "/v1/escalations/{id}/no-risk", escalationId);
    }

    public void resolve(Staff staff, String escalationId, Map<String, ?> resolution) {
        calls.post(staff, resolution, "/v1/escalations/{id}/resolution", escalationId);
    }

    public void reopen(Staff staff, String escalationId, String reason) {
        calls.post(staff, Map.of("reason", reason), "/v1/escalations/{id}/reopening", escalationId);
    }

    public NextTexts nextTexts(Staff staff, String escalationId) {
        return calls.get(staff, NextTexts.class, "/v1/escalations/{id}/next-texts", escalationId);
    }

    public List<Review> reviews(Staff staff) {
        return calls.get(staff, new ParameterizedTypeReference<>() {}, "/v1/reviews?state=waiting");
    }

    public void confirm(Staff staff, String reviewId, String words) {
        calls.post(staff, Map.of("words", words), "/v1/reviews/{id}/confirmation", reviewId);
    }

    public Returned sendBack(Staff staff, String reviewId, String reason) {
        return calls.post(staff, Map.of("reason", reason), Returned.class, "/v1/reviews/{id}/return", reviewId);
    }

    /** Logs a call on a follow-up or an agreed contact; one that reached the patient does it. */
    public void contact(Staff staff, String workItemId, String outcome, String words) {
        calls.post(staff, Map.of("outcome", outcome, "words", words), "/v1/work-items/{id}/contact", workItemId);
    }

    /** Phones held for more than three days. */
    public List<Held> longHolds(Staff staff) {
        return calls.get(staff, new ParameterizedTypeReference<>() {}, "/v1/holds?view=long");
    }
}
