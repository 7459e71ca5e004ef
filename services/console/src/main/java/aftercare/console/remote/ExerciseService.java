package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Drills, and how the chain tries itself, asked of {@code escalation} in the name of whoever is signed in. */
@Component
public class ExerciseService {

    /** {@code score}: empty until it is over. */
    public record Drill(
            String drillId,
            String startedBy,
            @Nullable String reason,
            Instant startedAt,
            @Nullable String escalationId,
            @Nullable Instant endedAt,
            @Nullable String ending,
            boolean passed,
            List<Line> score) {
        /** Never the reason (S9). */
        @Override
        public String toString() {
            return "Drill[" + drillId + "]";
        }
    }

    public record Line(String what, String words, boolean passed) {}

    /** How the canaries fare; {@code lastClosed}: the newest whose page came back in time. */
    public record Canary(
            boolean setUp,
            Duration every,
            Duration within,
            @Nullable Instant nextAt,
            @Nullable Run last,
            @Nullable Run lastClosed) {
        /** The last one that is over was missed. */
        public boolean missed() {
            return last != null && "MISSED".equals(last.outcome());
        }
    }

    public record Run(
            Instant startedAt,
            @Nullable Instant pageArrivedAt,
            @Nullable Double secondsToPage,
            @Nullable String outcome,
            boolean late) {}

    /** {@code state}: NOT_SET_UP, NONE_YET, SENT, WITHHELD or FAILED; {@code lastAt}: machine time. */
    public record Heartbeat(String state, @Nullable Instant lastAt) {
        public boolean broken() {
            return state.equals("WITHHELD") || state.equals("FAILED");
        }
    }

    private final Calls calls;

    ExerciseService(ServiceClients clients) {
        this.calls = new Calls(clients, "escalation");
    }

    /** Newest first. */
    public List<Drill> drills(Staff staff) {
        return calls.get(staff, new ParameterizedTypeReference<List<Drill>>() {}, "/v1/drills");
    }

    public void start(Staff staff, String reason) {
        calls.post(staff, Map.of("reason", reason), "/v1/drills");
    }

    public void callOff(Staff staff, String drillId) {
        calls.post(staff, Map.of(), "/v1/drills/{id}/ending", drillId);
    }

    public Canary canary(Staff staff) {
        return calls.get(staff, Canary.class, "/v1/canary");
    }

    public Heartbeat heartbeat(Staff staff) {
        return calls.get(staff, Heartbeat.class, "/v1/heartbeat");
    }
}
