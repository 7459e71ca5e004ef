package aftercare.escalation.exercises;

import aftercare.escalation.oncall.OnCall;
import aftercare.schemas.escalation.Cause;
import org.springframework.stereotype.Component;

/** What a drill is measured by: the settings and, for when it should be taken, the policy that is in force. */
@Component
class DrillTargets {
    private final DrillSettings settings;
    private final OnCall onCall;

    DrillTargets(DrillSettings settings, OnCall onCall) {
        this.settings = settings;
        this.onCall = onCall;
    }

    DrillScoreRules rules() {
        return new DrillScoreRules(
                settings.firstPageWithin(),
                onCall.acknowledgeWithin(Cause.CRISIS),
                settings.firstCallWithin(),
                settings.resolvedWithin());
    }
}
