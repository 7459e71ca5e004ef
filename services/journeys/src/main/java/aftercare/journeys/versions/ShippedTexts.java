package aftercare.journeys.versions;

import aftercare.journeys.definition.Journeys;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.Mode;
import jakarta.annotation.PostConstruct;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What is shipped carries nobody's approval. A demo has a clinician who approves it; in a live clinic it works from the first day, since
 * safety checks must not wait, and stays marked as approved by nobody until somebody does.
 */
@Component
class ShippedTexts {
    private static final int SHIPPED = 1;
    private static final String DEMO_CLINICIAN = "demo clinician";

    private final Approvals approvals;
    private final Journeys journeys;
    private final ClinicClock clock;
    private final Mode mode;

    ShippedTexts(Approvals approvals, Journeys journeys, ClinicClock clock, Environment environment) {
        this.approvals = approvals;
        this.journeys = journeys;
        this.clock = clock;
        this.mode = Mode.of(environment);
    }

    @PostConstruct
    void approve() {
        if (mode == Mode.DEMO) {
            var approval = new Approval(DEMO_CLINICIAN, clock.instant());
            Words.of(JourneyDocument.read(journeys.yaml(SHIPPED)))
                    .forEach(words -> approvals.add(words.id(), words.digest(), approval));
        }
    }
}
