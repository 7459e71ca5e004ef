package aftercare.escalation.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the outside hears that we live; never where it is. */
@RestController
class HeartbeatController {
    private final Heartbeat heartbeat;

    HeartbeatController(Heartbeat heartbeat) {
        this.heartbeat = heartbeat;
    }

    @GetMapping("/v1/heartbeat")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'OPERATOR')")
    View heartbeat() {
        return new View(heartbeat.state(), heartbeat.lastAt());
    }

    /** {@code lastAt}: when one last got through, machine time. */
    record View(Heartbeat.State state, @Nullable Instant lastAt) {}
}
