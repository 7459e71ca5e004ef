package aftercare.journeys.answers;

import aftercare.journeys.definition.SilenceRule;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.facts.Facts;
import aftercare.journeys.planning.JourneyOf;
import aftercare.journeys.planning.PlannedTouchpoint;
import aftercare.journeys.planning.SessionNumber;
import aftercare.journeys.planning.Touchpoints;
import aftercare.journeys.scores.ScoreRules;
import aftercare.journeys.scores.Scores;
import aftercare.platform.outbox.Outbox;
import aftercare.schemas.journeys.CheckInMissed;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A question that nobody answered: a note in the plan, and for some patients a task for a human, once. */
@Service
public class Silence {
    private static final int EARLY = 2;

    private final Touchpoints touchpoints;
    private final Questions questions;
    private final JourneyOf journeyOf;
    private final Facts facts;
    private final Scores scores;
    private final Outbox outbox;

    Silence(
            Touchpoints touchpoints,
            Questions questions,
            JourneyOf journeyOf,
            Facts facts,
            Scores scores,
            Outbox outbox) {
        this.touchpoints = touchpoints;
        this.questions = questions;
        this.journeyOf = journeyOf;
        this.facts = facts;
        this.scores = scores;
        this.outbox = outbox;
    }

    /** The caller's transaction holds the patient's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(PlannedTouchpoint touchpoint, Instant now) {
        touchpoints.save(touchpoint.missed(now), now);
        broke(touchpoint, now);
    }

    /** The same for a questionnaire that was begun and not finished. */
    @Transactional(propagation = Propagation.MANDATORY)
    void broke(PlannedTouchpoint planned, Instant now) {
        journeyOf
                .patient(planned.patientId())
                .journey()
                .touchpoint(planned.touchpoint())
                .filter(touchpoint -> isTask(touchpoint, planned, now))
                .flatMap(touchpoint -> questions.askedBy(planned))
                .ifPresent(question -> outbox.add(
                        UUID.randomUUID(),
                        planned.patientId().value(),
                        now,
                        new CheckInMissed(planned.patientId(), question, planned.touchpoint(), now)));
    }

    private boolean isTask(Touchpoint touchpoint, PlannedTouchpoint planned, Instant now) {
        SilenceRule rule = touchpoint.silence();
        return rule != null && policy(planned, now).isTask(rule, touchpoint.purpose());
    }

    private SilencePolicy policy(PlannedTouchpoint planned, Instant now) {
        return new SilencePolicy(
                isEarly(planned, now),
                ScoreRules.elevated(scores.plainlyOf(planned.patientId()), now),
                missedBefore(planned));
    }

    private boolean isEarly(PlannedTouchpoint planned, Instant now) {
        var patient = planned.patientId();
        return SessionNumber.of(
                        planned.appointmentId(),
                        facts.historyOf(patient),
                        journeyOf.patient(patient).journey(),
                        planned.zone(),
                        now)
                .filter(number -> number <= EARLY)
                .isPresent();
    }

    private boolean missedBefore(PlannedTouchpoint planned) {
        return touchpoints.of(planned.patientId()).stream()
                .filter(other -> other.touchpoint().equals(planned.touchpoint())
                        && !other.id().equals(planned.id()))
                .filter(other -> other.state().isSaid() && isBefore(other, planned))
                .reduce((earlier, later) -> later)
                .filter(last -> last.missedAt() != null)
                .isPresent();
    }

    private static boolean isBefore(PlannedTouchpoint one, PlannedTouchpoint other) {
        var its = one.window();
        var others = other.window();
        return its != null && others != null && its.opensAt().isBefore(others.opensAt());
    }
}
