package aftercare.journeys.answers;

import aftercare.journeys.definition.SilenceRule;
import aftercare.schemas.messaging.Purpose;

/**
 * Whether a patient's silence is a task for a human or a note in their plan. Silence is not evidence of safety: after a low score, and after
 * the first two sessions, silence after any check-in is a task, whatever its journey says besides.
 *
 * @param early whether the question belongs to one of the first two sessions of a series
 * @param elevated whether the patient's last scores were low
 * @param missedBefore whether they did not answer the last time it was asked either
 */
record SilencePolicy(boolean early, boolean elevated, boolean missedBefore) {

    boolean isTask(SilenceRule rule, Purpose purpose) {
        return switch (rule.then()) {
            case NOTHING -> false;
            case NOTE -> isSafetyTask(purpose);
            case TASK -> isSafetyTask(purpose) || isTaskFor(rule.taskFor());
        };
    }

    private boolean isSafetyTask(Purpose purpose) {
        return purpose == Purpose.CHECK_IN && (early || elevated);
    }

    private boolean isTaskFor(SilenceRule.TaskFor taskFor) {
        return switch (taskFor) {
            case ALWAYS -> true;
            case EARLY_SESSIONS_OR_LOW_SCORE -> early || elevated;
            case TWICE_IN_A_ROW -> missedBefore;
        };
    }
}
