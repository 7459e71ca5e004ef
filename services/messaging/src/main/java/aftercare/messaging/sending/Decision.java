package aftercare.messaging.sending;

import aftercare.messaging.requests.WaitsFor;
import aftercare.schemas.messaging.SkipReason;
import java.time.Instant;

/** Whether a text may be said now. */
sealed interface Decision {
    record Send() implements Decision {}

    /** Not yet: decide again at {@code until} at the latest, and as soon as what it waits for changes. */
    record Wait(Instant until, WaitsFor reason) implements Decision {}

    /** Never. */
    record Skip(SkipReason reason) implements Decision {}
}
