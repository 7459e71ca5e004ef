package aftercare.messaging.inbound;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the watch asks every few seconds. */
@RestController
class OverdueController {
    private final OverdueReplies overdue;
    private final ClinicClock clock;
    private final MachineClock machine;

    OverdueController(OverdueReplies overdue, ClinicClock clock, MachineClock machine) {
        this.overdue = overdue;
        this.clock = clock;
        this.machine = machine;
    }

    @PostMapping("/v1/replies/overdue")
    @PreAuthorize("hasRole('SERVICE')")
    List<OverdueReplies.Overdue> overdue(@Valid @RequestBody Asked asked) {
        return overdue.mark(asked.olderThan(), clock.instant(), machine.instant());
    }

    record Asked(@NotNull Duration olderThan) {}
}
