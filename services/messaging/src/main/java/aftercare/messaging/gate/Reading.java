package aftercare.messaging.gate;

import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One verdict on a reply. */
public record Reading(Level level, @Nullable Urgency urgency, Instant screenedAt) {

    /** Whether it brings somebody by page, and so opens a case, even before we hear of the case. */
    boolean pages() {
        return level == Level.CRISIS || urgency == Urgency.NOW;
    }
}
