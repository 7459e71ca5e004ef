package aftercare.escalation.exercises;

import aftercare.platform.duework.DueWork;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Where a canary's page ends: at the number that its text came from. */
@Component
public class CanaryLoop {
    private static final Duration HEARD_FOR = Duration.ofDays(1);

    private final Exercises exercises;
    private final DueWork work;

    CanaryLoop(Exercises exercises, @Qualifier("exerciseDueWork") DueWork work) {
        this.exercises = exercises;
        this.work = work;
    }

    /** A page reached the canary's number; it names its case by the code. Late ones are noted too. */
    public void pageArrived(String text, Instant now) {
        if (exercises.pageArrived(text, now.minus(HEARD_FOR), now)) {
            work.wake();
        }
    }
}
