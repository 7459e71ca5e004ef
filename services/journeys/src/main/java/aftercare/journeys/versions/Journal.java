package aftercare.journeys.versions;

import aftercare.journeys.definition.Journeys;
import aftercare.platform.audit.Audit;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The audit trail of the journey. */
@Component
class Journal {
    private final Audit audit;

    Journal(Audit audit) {
        this.audit = audit;
    }

    void note(Instant at, String who, String what, Map<String, String> why) {
        audit.record(at, who, what, "journey/" + Journeys.DEFAULT, why);
    }
}
