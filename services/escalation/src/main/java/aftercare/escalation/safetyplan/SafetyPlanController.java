package aftercare.escalation.safetyplan;

import aftercare.escalation.problems.Problems;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.PatientId;
import aftercare.schemas.StaffId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A patient's safety plan, for clinicians. */
@RestController
@RequestMapping("/v1/patients/{patientId}/safety-plan")
@PreAuthorize("hasRole('CLINICIAN')")
class SafetyPlanController {
    private final SafetyPlans plans;
    private final ClinicClock clock;

    SafetyPlanController(SafetyPlans plans, ClinicClock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<?> plan(@PathVariable String patientId, Caller caller) {
        return plans.view(new PatientId(patientId), caller.id(), clock.instant())
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() -> Problems.notFound(
                        "no-safety-plan", "Nobody has written a safety plan with this patient here yet."));
    }

    @PutMapping
    ResponseEntity<?> write(@PathVariable String patientId, @Valid @RequestBody Entry entry, Caller caller) {
        if (entry.plan().isEmpty()) {
            return Problems.unprocessable(
                    "empty-safety-plan",
                    "A safety plan has words in at least one of its six steps. Write what was agreed.");
        }
        var by = new StaffId(caller.id());
        return plans.write(new PatientId(patientId), entry.basedOn(), entry.plan(), by, clock.instant())
                ? ResponseEntity.noContent().build()
                : Problems.conflict(
                        "plan-changed",
                        "Somebody else has changed this plan since you opened it. Read it again, then add what is yours.");
    }

    /** {@code basedOn}: the version before the writer's eyes, 0 where there was none. */
    record Entry(@Min(0) int basedOn, @NotNull @Valid SafetyPlan plan) {}
}
