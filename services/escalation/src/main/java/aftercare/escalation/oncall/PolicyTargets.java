package aftercare.escalation.oncall;

import org.springframework.stereotype.Component;

/** Whom the policies name. */
@Component
public class PolicyTargets {
    private final Policies policies;

    PolicyTargets(Policies policies) {
        this.policies = policies;
    }

    public boolean nameRotation(String rotation) {
        return policies.all().stream().anyMatch(policy -> policy.names(new Target.OfRotation(rotation)));
    }
}
