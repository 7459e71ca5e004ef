package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Around the journey: dry runs, pauses, closures and rates, asked of {@code journeys} in the name of whoever is signed in. */
@Component
public class JourneyCareService {

    public record Pause(
            String id,
            String scope,
            @Nullable String patientId,
            @Nullable String touchpoint,
            Instant since,
            @Nullable Instant until,
            String reason,
            String pausedBy,
            @Nullable String resumedBy) {}

    public record Paused(Instant at, List<Pause> pauses, List<Pause> past) {}

    public record Closure(String id, LocalDate firstDay, LocalDate lastDay, String name, String enteredBy) {}

    public record Rate(String touchpoint, int sent, int asked, int answered, int optedOut, int itemNine) {}

    public record Rates(Instant from, Instant until, List<Rate> touchpoints) {}

    public record Visit(String id, Instant startsAt, String route) {}

    public record Why(String event, String rule, Instant at) {}

    public record Said(
            String touchpoint,
            String name,
            String purpose,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            String zone,
            @Nullable String text,
            @Nullable String language,
            int parts,
            @Nullable String reason,
            @Nullable String because,
            Why why,
            boolean reminder,
            boolean said,
            boolean clocksChanged) {}

    public record DryRun(Instant at, String zone, List<Visit> visits, List<Said> lines) {}

    private final Calls calls;

    JourneyCareService(ServiceClients clients) {
        this.calls = new Calls(clients, "journeys");
    }

    public Paused pauses(Staff staff) {
        return calls.get(staff, Paused.class, "/v1/journeys/pauses");
    }

    public void pause(
            Staff staff, String scope, String of, @Nullable Instant since, @Nullable Instant until, String reason) {
        var body = new HashMap<String, Object>(Map.of("scope", scope, "reason", reason));
        if (!scope.equals("JOURNEY")) {
            body.put(scope.equals("PATIENT") ? "patientId" : "touchpoint", of);
        }
        if (since != null) {
            body.put("since", since);
        }
        if (until != null) {
            body.put("until", until);
        }
        calls.post(staff, body, "/v1/journeys/pauses");
    }

    public void resume(Staff staff, String id) {
        calls.post(staff, Map.of(), "/v1/journeys/pauses/{id}/end", id);
    }

    public List<Closure> closures(Staff staff) {
        return calls.get(staff, new ParameterizedTypeReference<>() {}, "/v1/journeys/closures");
    }

    public void close(Staff staff, LocalDate firstDay, LocalDate lastDay, String name) {
        calls.post(staff, Map.of("firstDay", firstDay, "lastDay", lastDay, "name", name), "/v1/journeys/closures");
    }

    public void federalHolidays(Staff staff, int year) {
        calls.post(staff, Map.of(), "/v1/journeys/closures/federal-holidays/{year}", year);
    }

    public void open(Staff staff, String id) {
        calls.delete(staff, "/v1/journeys/closures/{id}", id);
    }

    public Rates rates(Staff staff, Instant from, Instant until) {
        return calls.get(staff, Rates.class, "/v1/journeys/rates?from={from}&until={until}", from, until);
    }

    public DryRun dryRun(Staff staff, Map<String, ?> entry) {
        return calls.post(staff, entry, DryRun.class, "/v1/journeys/dry-runs");
    }
}
