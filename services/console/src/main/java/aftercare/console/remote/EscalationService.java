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

/** Cases, work and people on call, asked of {@code escalation} in the name of whoever is signed in. */
@Component
public class EscalationService {

    /** A case as the list shows it. Instants are clinic time. */
    public record CaseRow(
            String escalationId,
            String code,
            String lineId,
            List<String> patientIds,
            String cause,
            String state,
            boolean needsSomeone,
            int replies,
            Instant openedAt,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant resolvedAt,
            @Nullable String disposition) {}

    /** A case with all that happened to it, oldest first. */
    public record CaseDetail(
            String escalationId,
            String code,
            String lineId,
            List<String> patientIds,
            String cause,
            String state,
            Instant openedAt,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant resolvedAt,
            @Nullable String disposition,
            List<Finding> findings,
            List<Page> pages,
            List<Step> history) {}

    /** Why a reply opened or joined the case: reasons in words, and the patient's words that mattered. */
    public record Finding(
            String replyId,
            String cause,
            List<String> categories,
            List<String> reasons,
            List<String> words,
            Instant at) {}

    /** One page to one person. */
    public record Page(
            String staffId,
            String kind,
            int round,
            int step,
            String state,
            Instant dueAt,
            @Nullable Instant sentAt) {}

    /** One entry of the case's history. */
    public record Step(
            Instant at,
            String who,
            String what,
            Map<String, String> detail,
            @Nullable String note) {}

    /** One thing on the work list. */
    public record WorkItem(
            String workItemId,
            String kind,
            String about,
            @Nullable String lineId,
            @Nullable String patientId,
            @Nullable String replyId,
            @Nullable String holdId,
            List<String> reasons,
            Instant openedAt,
            Instant dueAt,
            boolean overdue) {}

    /** A way a case can end; those that do not end it are for notes only. */
    public record Disposition(String disposition, boolean endsCase, boolean needsNextContact) {}

    private final ServiceClients clients;

    EscalationService(ServiceClients clients) {
        this.clients = clients;
    }

    public List<CaseRow> today(Staff staff) {
        return Objects.requireNonNull(clients.to("escalation", staff.caller())
                .get()
                .uri("/v1/escalations?view=today")
                .retrieve()
                .body(new ParameterizedTypeReference<List<CaseRow>>() {}));
    }

    public CaseDetail byId(Staff staff, String escalationId) {
        return Objects.requireNonNull(clients.to("escalation", staff.caller())
                .get()
                .uri("/v1/escalations/{id}", escalationId)
                .retrieve()
                .body(CaseDetail.class));
    }

    /** The ways a case can end. */
    public List<Disposition> endings(Staff staff) {
        return Objects.requireNonNull(clients.to("escalation", staff.caller())
                        .get()
                        .uri("/v1/dispositions")
                        .retrieve()
                        .body(new ParameterizedTypeReference<List<Disposition>>() {}))
                .stream()
                .filter(Disposition::endsCase)
                .toList();
    }

    /** Adds to the case's history; {@code call}: it tells of an attempt to reach the patient. */
    public void note(Staff staff, String escalationId, String note, boolean call) {
        post(staff, "/v1/escalations/{id}/notes", escalationId, Map.of("note", note, "call", call));
    }

    public void acknowledge(Staff staff, String escalationId) {
        post(staff, "/v1/escalations/{id}/acknowledgement", escalationId, Map.of());
    }

    public void resolve(Staff staff, String escalationId, Map<String, ?> resolution) {
        post(staff, "/v1/escalations/{id}/resolution", escalationId, resolution);
    }

    public void reopen(Staff staff, String escalationId, String reason) {
        post(staff, "/v1/escalations/{id}/reopening", escalationId, Map.of("reason", reason));
    }

    public List<WorkItem> openWork(Staff staff) {
        return Objects.requireNonNull(clients.to("escalation", staff.caller())
                .get()
                .uri("/v1/work-items?state=open")
                .retrieve()
                .body(new ParameterizedTypeReference<List<WorkItem>>() {}));
    }

    public void close(Staff staff, String workItemId, String note) {
        post(staff, "/v1/work-items/{id}/closure", workItemId, Map.of("note", note));
    }

    /** Ends a hold that was kept; {@code cancel}: what it kept back is not to be sent. */
    public void release(Staff staff, String holdId, boolean cancel, String note) {
        post(staff, "/v1/holds/{id}/release", holdId, Map.of("cancel", cancel, "note", note));
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
