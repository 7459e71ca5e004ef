package aftercare.escalation.protocol;

import aftercare.escalation.problems.Problems;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The checklist of a case, and its ticks. */
@RestController
@RequestMapping("/v1/escalations/{id}/protocol")
class ProtocolController {
    private final Protocol protocol;
    private final ClinicClock clock;

    ProtocolController(Protocol protocol, ClinicClock clock) {
        this.protocol = protocol;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasRole('STAFF')")
    ResponseEntity<?> steps(@PathVariable UUID id) {
        return protocol.of(new EscalationId(id))
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(ProtocolController::noSuchCase);
    }

    @PutMapping("/{step}")
    @PreAuthorize("hasRole('CLINICIAN')")
    ResponseEntity<?> tick(
            @PathVariable UUID id, @PathVariable ProtocolStep step, @RequestBody Done tick, Caller caller) {
        var who = new StaffId(caller.id());
        return switch (protocol.tick(new EscalationId(id), step, tick.done(), who, clock.instant())) {
            case DONE -> ResponseEntity.noContent().build();
            case TICKED_BY_DEED ->
                Problems.conflict(
                        "ticked-by-deed",
                        step == ProtocolStep.ACKNOWLEDGE
                                ? "This step is ticked when somebody takes the case. Take it."
                                : "This step is ticked when the case is resolved. Resolve it, with what was found.");
            case NO_SUCH_CASE -> noSuchCase();
        };
    }

    private static ResponseEntity<?> noSuchCase() {
        return Problems.notFound("no-such-case", "There is no such case.");
    }

    record Done(boolean done) {}
}
