package aftercare.journeys.answers;

import aftercare.journeys.planning.PlannedTouchpoint;
import aftercare.journeys.planning.Touchpoints;
import aftercare.platform.outbox.Outbox;
import aftercare.schemas.journeys.CheckInMissed;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Silence is not evidence of safety: a question that nobody answered becomes a task for a human, once. */
@Service
public class Silence {
    private final Touchpoints touchpoints;
    private final Questions questions;
    private final Outbox outbox;

    Silence(Touchpoints touchpoints, Questions questions, Outbox outbox) {
        this.touchpoints = touchpoints;
        this.questions = questions;
        this.outbox = outbox;
    }

    /** The caller's transaction holds the patient's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(PlannedTouchpoint touchpoint, Instant now) {
        touchpoints.save(touchpoint.missed(now), now);
        questions
                .askedBy(touchpoint)
                .ifPresent(question -> outbox.add(
                        UUID.randomUUID(),
                        touchpoint.patientId().value(),
                        now,
                        new CheckInMissed(touchpoint.patientId(), question, touchpoint.touchpoint(), now)));
    }
}
