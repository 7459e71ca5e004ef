package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** The work list, asked of {@code escalation} in the name of whoever is signed in. */
@Component
public class WorkService {
    /** One thing that waits for a human. */
    public record WorkItem(
            String workItemId,
            String kind,
            String about,
            @Nullable String lineId,
            @Nullable String patientId,
            @Nullable String replyId,
            @Nullable String holdId,
            @Nullable String escalationId,
            List<String> reasons,
            Instant openedAt,
            Instant dueAt,
            @Nullable String owner,
            boolean overdue,
            @Nullable String closedBy,
            @Nullable Instant closedAt) {}

    /** How much of a kind waits. */
    public record Count(String kind, int open, int overdue, Instant dueAt) {}

    private static final ParameterizedTypeReference<List<WorkItem>> ITEMS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Count>> COUNTS = new ParameterizedTypeReference<>() {};

    private final Calls calls;

    WorkService(ServiceClients clients) {
        this.calls = new Calls(clients, "escalation");
    }

    /** Soonest due first. */
    public List<WorkItem> open(Staff staff, Collection<String> kinds, int skip, int limit) {
        return calls.get(
                staff,
                ITEMS,
                "/v1/work-items?state=open&kind={kinds}&skip={skip}&limit={limit}",
                String.join(",", kinds),
                skip,
                limit);
    }

    public List<WorkItem> closedSince(Staff staff, Instant since) {
        return calls.get(staff, ITEMS, "/v1/work-items?state=closed&since={since}", since);
    }

    public List<Count> counts(Staff staff) {
        return calls.get(staff, COUNTS, "/v1/work-items/counts");
    }

    /** What waits about a patient, and what was done lately. */
    public List<WorkItem> ofPatient(Staff staff, String patientId) {
        return calls.get(staff, ITEMS, "/v1/patients/{id}/work-items", patientId);
    }

    /** @param owner a staff id; none gives it back to the front desk */
    public void assign(Staff staff, String workItemId, @Nullable String owner) {
        var body = new HashMap<String, Object>();
        body.put("owner", owner);
        calls.put(staff, body, "/v1/work-items/{id}/owner", workItemId);
    }

    public void close(Staff staff, String workItemId, String note) {
        calls.post(staff, Map.of("note", note), "/v1/work-items/{id}/closure", workItemId);
    }

    /** Takes back a closing. */
    public void reopen(Staff staff, String workItemId) {
        calls.post(staff, Map.of(), "/v1/work-items/{id}/reopening", workItemId);
    }

    /** Ends a hold that was kept; {@code cancel}: what it kept back is not to be sent. */
    public void release(Staff staff, String holdId, boolean cancel, String note) {
        calls.post(staff, Map.of("cancel", cancel, "note", note), "/v1/holds/{id}/release", holdId);
    }
}
