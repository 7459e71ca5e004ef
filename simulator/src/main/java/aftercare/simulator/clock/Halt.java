package aftercare.simulator.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a play ended.
 *
 * @param at clinic time
 * @param reason for a person to read
 */
record Halt(Why why, Instant at, String reason) {

    enum Why {
        REACHED(null),
        NOTHING_DUE(null),
        ESCALATION("escalation"),
        PERSON("person"),
        UNREACHABLE("unreachable"),
        NOT_QUIET("not-quiet");

        private final @Nullable String pausedBy;

        Why(@Nullable String pausedBy) {
            this.pausedBy = pausedBy;
        }

        /** Null when nothing paused it: it came to its end. */
        @Nullable
        String pausedBy() {
            return pausedBy;
        }
    }
}
