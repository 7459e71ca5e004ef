package aftercare.escalation.worklist;

import aftercare.escalation.holds.Hold;
import aftercare.escalation.holds.Holds;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.EscalationId;
import aftercare.schemas.HoldId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which phones are held, the longest held first. */
@RestController
class HoldController {
    private final Holds holds;
    private final WorkListSettings settings;
    private final ClinicClock clock;

    HoldController(Holds holds, WorkListSettings settings, ClinicClock clock) {
        this.holds = holds;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/v1/holds")
    @PreAuthorize("hasRole('STAFF')")
    List<View> active() {
        return since(Duration.ZERO);
    }

    /** Those of the daily list. */
    @GetMapping(path = "/v1/holds", params = "view=long")
    @PreAuthorize("hasRole('STAFF')")
    List<View> lasting() {
        return since(settings.keptHold());
    }

    private List<View> since(Duration age) {
        var now = clock.instant();
        return holds.activeSince(now.minus(age)).stream()
                .map(hold -> View.of(hold, now))
                .toList();
    }

    /** {@code until}: when somebody is asked to look again. */
    record View(
            HoldId holdId,
            LineId lineId,
            List<PatientId> patientIds,
            @Nullable EscalationId escalationId,
            StaffId placedBy,
            Instant placedAt,
            Duration age,
            @Nullable Instant until) {
        static View of(Hold hold, Instant now) {
            return new View(
                    hold.id(),
                    hold.lineId(),
                    hold.patientIds(),
                    hold.escalationId(),
                    hold.placedBy(),
                    hold.placedAt(),
                    Duration.between(hold.placedAt(), now),
                    hold.until());
        }
    }
}
