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

/** Cases, asked of {@code escalation} in the name of whoever is signed in. */
@Component
public class EscalationService {
    private static final String DRILL = "DRILL";

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
            @Nullable String disposition,
            boolean onPhone,
            @Nullable String offeredTo,
            @Nullable String origin) {
        /** Nobody is behind it: on-call practises. */
        public boolean drill() {
            return DRILL.equals(origin);
        }
    }

    /** A case with all that happened to it, oldest first. */
    public record CaseDetail(
            String escalationId,
            String code,
            String lineId,
            List<String> patientIds,
            String cause,
            String state,
            boolean needsSomeone,
            Instant openedAt,
            @Nullable Instant firstPagedAt,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant firstCallAt,
            boolean onPhone,
            @Nullable String offeredTo,
            @Nullable String resolvedBy,
            @Nullable Instant resolvedAt,
            @Nullable String disposition,
            @Nullable String noRisk,
            @Nullable String restsOn,
            @Nullable String level,
            @Nullable String plan,
            @Nullable String spokeWith,
            @Nullable Instant nextContactAt,
            @Nullable String reviewId,
            @Nullable List<String> lineIds,
            List<Finding> findings,
            List<Page> pages,
            List<Step> history,
            @Nullable String origin) {
        /** Nobody is behind it: on-call practises. */
        public boolean drill() {
            return DRILL.equals(origin);
        }
    }

    /** Why a reply opened or joined the case: reasons in words, and the patient's words that mattered. */
    public record Finding(
            String replyId,
            String cause,
            List<String> categories,
            List<String> reasons,
            List<String> words,
            @Nullable List<Mark> marks,
            Instant at) {}

    /** Where in the reply the words stand, in UTF-16 units, and by which rule. */
    public record Mark(
            int start, int end, String rule, @Nullable String words) {}

    /** One page to one person. */
    public record Page(
            String staffId,
            String way,
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

    /** What is open, and what was opened or resolved since. */
    public List<CaseRow> since(Staff staff, Instant since) {
        return Objects.requireNonNull(clients.to("escalation", staff.caller())
                .get()
                .uri("/v1/escalations?since={since}", since)
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
}
