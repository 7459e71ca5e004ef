package aftercare.console.supervision;

import aftercare.console.remote.OnCallService.Now;
import aftercare.console.remote.OnCallService.PolicyNow;
import aftercare.console.remote.OnCallService.StepNow;
import java.util.List;

/** Who would be paged now for a crisis, step after step; {@code nobody}: not one step reaches anybody. */
record Rungs(List<StepNow> steps, boolean nobody) {
    private static final String GRAVEST = "CRISIS";

    static Rungs of(Now now) {
        var steps = now.policies().stream()
                .filter(policy -> policy.cause().equals(GRAVEST))
                .findFirst()
                .map(PolicyNow::steps)
                .orElse(List.of());
        return new Rungs(steps, steps.stream().allMatch(step -> step.people().isEmpty()));
    }
}
