package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** The checklist of a case and patients' safety plans, asked of {@code escalation} in the name of whoever is signed in. */
@Component
public class CareService {
    /** Where a step of the protocol stands; {@code byDeed}: taking or resolving the case ticks it. */
    public record Tick(
            String step,
            boolean done,
            boolean byDeed,
            @Nullable String by,
            @Nullable Instant at) {}

    /** A patient's safety plan as it is now. */
    public record SafetyPlan(
            int version,
            String writtenBy,
            Instant writtenAt,
            String warningSigns,
            String ownCoping,
            String distractions,
            String peopleWhoHelp,
            String professionals,
            String saferSurroundings) {
        @Override
        public String toString() {
            return "SafetyPlan";
        }
    }

    private final Calls calls;

    CareService(ServiceClients clients) {
        this.calls = new Calls(clients, "escalation");
    }

    public List<Tick> protocol(Staff staff, String escalationId) {
        return calls.get(staff, new ParameterizedTypeReference<>() {}, "/v1/escalations/{id}/protocol", escalationId);
    }

    public void tick(Staff staff, String escalationId, String step, boolean done) {
        calls.put(staff, Map.of("done", done), "/v1/escalations/{id}/protocol/{step}", escalationId, step);
    }

    public SafetyPlan safetyPlan(Staff staff, String patientId) {
        return calls.get(staff, SafetyPlan.class, "/v1/patients/{id}/safety-plan", patientId);
    }

    /** @param basedOn the version that was changed, 0 for none */
    public void writeSafetyPlan(Staff staff, String patientId, int basedOn, Map<String, String> plan) {
        calls.put(staff, Map.of("basedOn", basedOn, "plan", plan), "/v1/patients/{id}/safety-plan", patientId);
    }
}
