package aftercare.journeys.definition;

import java.time.Duration;
import java.time.LocalTime;

/**
 * What silence after a question means. It begins only after the reminder, where there is one.
 *
 * @param by local time of the last asking's day from which nobody having written is silence
 * @param afterLate after a late window, silence is one this long after its end
 */
public record SilenceRule(LocalTime by, Duration afterLate, Then then, TaskFor taskFor) {

    /** What silence leads to. */
    public enum Then {
        NOTHING,
        /** It is noted in the patient's plan. */
        NOTE,
        /** It becomes a task for a human. */
        TASK
    }

    /** Whose silence becomes a task; that of others is noted. */
    public enum TaskFor {
        ALWAYS,
        /** The first two sessions of a series, or a patient whose last scores were low. */
        EARLY_SESSIONS_OR_LOW_SCORE,
        /** The question before this one was not answered either. */
        TWICE_IN_A_ROW
    }
}
