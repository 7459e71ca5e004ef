package aftercare.journeys.planning;

import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What comes next for a patient, what was said, what was not, and why. */
@RestController
class PlanController {
    private final Touchpoints touchpoints;

    PlanController(Touchpoints touchpoints) {
        this.touchpoints = touchpoints;
    }

    @GetMapping("/v1/patients/{id}/plan")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'SERVICE')")
    List<Entry> plan(@PathVariable String id) {
        return touchpoints.of(new PatientId(id)).stream().map(Entry::of).toList();
    }

    /** One touchpoint of a plan. */
    record Entry(
            UUID touchpointId,
            String touchpoint,
            @Nullable AppointmentId appointmentId,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            State state,
            @Nullable String reason,
            @Nullable String inFavourOf,
            @Nullable UUID reminderOf,
            @Nullable String topic,
            ZoneId zone,
            Why why) {
        static Entry of(PlannedTouchpoint touchpoint) {
            var window = touchpoint.window();
            return new Entry(
                    touchpoint.id(),
                    touchpoint.touchpoint(),
                    touchpoint.appointmentId(),
                    window == null ? null : window.opensAt(),
                    window == null ? null : window.closesAt(),
                    touchpoint.state(),
                    touchpoint.reason(),
                    touchpoint.inFavourOf(),
                    touchpoint.reminderOf(),
                    touchpoint.topic(),
                    touchpoint.zone(),
                    touchpoint.why());
        }
    }
}
