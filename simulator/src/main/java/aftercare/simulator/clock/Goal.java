package aftercare.simulator.clock;

import java.time.Instant;

/** How far a play goes. */
sealed interface Goal {
    record Until(Instant end) implements Goal {}

    /** To whatever falls due next. */
    record NextDue() implements Goal {}
}
