package aftercare.escalation.paging;

import java.time.Instant;

/** What happens next so that a case is never silent. An unresolved case has exactly one. */
sealed interface Pursuit {
    Instant dueAt();

    /** Somebody must still be found: {@code step} of {@code round} is paged next. Both count from 1. */
    record Climb(int round, int step, Instant dueAt) implements Pursuit {
        static Climb start(Instant now) {
            return new Climb(1, 1, now);
        }
    }

    /** Somebody has it: they are reminded next, having been reminded {@code sent} times since they last did something. */
    record Remind(int sent, Instant dueAt) implements Pursuit {}
}
