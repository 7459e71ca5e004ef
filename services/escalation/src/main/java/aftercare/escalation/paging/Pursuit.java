package aftercare.escalation.paging;

import java.time.Duration;
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

    /**
     * Somebody has it: they are reminded next.
     *
     * @param sent how often they were since they took it or logged a call
     * @param pushed they have put it off once since then
     */
    record Remind(int sent, boolean pushed, Instant dueAt) implements Pursuit {
        /** They took it, or logged a call. */
        static Remind start(Duration remindAfter, Instant now) {
            return new Remind(0, false, now.plus(remindAfter));
        }

        /** "Still on it" counts once between two calls. */
        Remind push(Duration remindAfter, Instant now) {
            return pushed ? this : new Remind(0, true, now.plus(remindAfter));
        }

        /** The patient is at graver risk than what they took: they answer soon, or on-call is paged. */
        Remind risen(int reminders, Duration answerWithin, Instant now) {
            var answerBy = now.plus(answerWithin);
            return new Remind(reminders, false, dueAt.isBefore(answerBy) ? dueAt : answerBy);
        }
    }
}
