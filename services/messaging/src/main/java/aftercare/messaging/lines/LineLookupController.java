package aftercare.messaging.lines;

import aftercare.platform.access.Caller;
import aftercare.platform.audit.Audit;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Which line a number is, for a service that means to text from that number itself. The number stands in the body only (S9). */
@RestController
class LineLookupController {
    private final Lines lines;
    private final Audit audit;
    private final ClinicClock clock;

    LineLookupController(Lines lines, Audit audit, ClinicClock clock) {
        this.lines = lines;
        this.audit = audit;
        this.clock = clock;
    }

    /** The line is made where there is none yet, so that its id is known before the first text comes from it. */
    @PostMapping("/v1/lines/lookup")
    @PreAuthorize("hasRole('SERVICE')")
    @Transactional
    public Found look(@Valid @RequestBody Asked asked, Caller caller) {
        var now = clock.instant();
        var line = lines.find(lines.of(asked.phone(), now)).orElseThrow();
        audit.record(now, caller.id(), "LineLookedUp", "line/" + line.id(), Map.of());
        return new Found(line.id(), line.patientIds());
    }

    record Asked(
            @NotNull @Pattern(regexp = "\\+[1-9][0-9]{6,14}")
            String phone) {
        @Override
        public String toString() {
            return "Asked";
        }
    }

    /** {@code patientIds}: everyone who may be behind it. */
    record Found(LineId lineId, List<PatientId> patientIds) {}
}
