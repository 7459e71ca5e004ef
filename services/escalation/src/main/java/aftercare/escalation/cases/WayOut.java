package aftercare.escalation.cases;

import aftercare.schemas.escalation.HoldChoice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a case ends, and what becomes of the hold. A human has two ways: no risk was found, or anything else; an exercise ends with its run. */
sealed interface WayOut permits NoRisk, Resolution, Rehearsed {
    Disposition disposition();

    /** For the case's history. */
    String note();

    HoldChoice hold();

    @Nullable
    Instant holdUntil();

    @Nullable
    Instant nextContactAt();
}
