package aftercare.console.escalations;

import aftercare.console.remote.JourneysService.Touchpoint;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A patient's sessions, as far as their plan speaks of them: each time something counts from. */
record Sessions(List<Session> all) {
    private static final Set<String> SESSIONS = Set.of("SESSION", "FIRST_SESSION", "COMPLETED");

    record Session(String event, Instant at, boolean over) {}

    static Sessions of(List<Touchpoint> plan, Instant now) {
        return new Sessions(plan.stream()
                .map(Touchpoint::why)
                .filter(why -> SESSIONS.contains(why.event()))
                .map(why -> new Session(
                        why.event().equals("COMPLETED") ? "COMPLETED" : "SESSION",
                        why.at(),
                        why.at().isBefore(now)))
                .distinct()
                .sorted(Comparator.comparing(Session::at).reversed())
                .toList());
    }
}
