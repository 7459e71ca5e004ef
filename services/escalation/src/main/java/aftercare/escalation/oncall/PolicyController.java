package aftercare.escalation.oncall;

import aftercare.escalation.problems.Problems;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.Cause;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whom to page in which order, for each cause; changed by admins. */
@RestController
class PolicyController {
    private final Policies policies;
    private final StaffRoster roster;
    private final Turns turns;
    private final ClinicClock clock;

    PolicyController(Policies policies, StaffRoster roster, Turns turns, ClinicClock clock) {
        this.policies = policies;
        this.roster = roster;
        this.turns = turns;
        this.clock = clock;
    }

    @GetMapping("/v1/policies")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'OPERATOR')")
    List<PolicyView> all() {
        return policies.all().stream().map(PolicyView::of).toList();
    }

    @PutMapping("/v1/policies/{cause}")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<?> save(@PathVariable Cause cause, @Valid @RequestBody PolicyView view, Caller caller) {
        var policy = view.toPolicy();
        if (cause != view.cause() || !Policies.CAUSES.contains(cause)) {
            return Problems.unprocessable(
                    "not-that-policy",
                    "There is a policy for CRISIS, CONCERN_NOW and UNSCREENED; what staff raise is paged by that of CRISIS. Name the same one in the address and the body.");
        }
        var problems = new PolicyRules(targets()).problems(policy);
        if (!problems.isEmpty()) {
            return Problems.unprocessable("policy-refused", String.join(" ", problems));
        }
        return policies.save(policy, caller.id(), clock.instant())
                ? ResponseEntity.noContent().build()
                : Problems.conflict(
                        "policy-changed",
                        "Somebody saved this policy while you were editing it. Look at theirs, then make your change again.");
    }

    private Set<String> targets() {
        return Stream.of(
                        Stream.of("everyone", "director"),
                        Stream.concat(roster.all().stream(), roster.answeringServices().stream())
                                .map(Staff::id)
                                .map(StaffId::value),
                        turns.rotations().stream().map(rotation -> Target.ROTATION + rotation))
                .flatMap(names -> names)
                .collect(Collectors.toUnmodifiableSet());
    }
}
