package aftercare.escalation.exercises;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an exercise has come.
 *
 * @param screenedAt when screening's CRISIS reached its case; what the watch brings proves nothing about screening
 * @param caseState of its case; none when there is no case yet
 * @param patientNeedsSomeone whether a patient's case waits for somebody
 */
record Standing(@Nullable Instant screenedAt, @Nullable String caseState, boolean patientNeedsSomeone) {
    boolean isOpen() {
        return "OPEN".equals(caseState);
    }

    boolean isResolved() {
        return "RESOLVED".equals(caseState);
    }
}
