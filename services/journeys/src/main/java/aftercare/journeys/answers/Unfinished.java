package aftercare.journeys.answers;

import aftercare.journeys.planning.Patients;
import aftercare.journeys.planning.Touchpoints;
import aftercare.journeys.questionnaires.Run;
import aftercare.journeys.questionnaires.Runs;
import aftercare.platform.outbox.Outbox;
import aftercare.schemas.journeys.StaffNeeded;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questionnaires whose time is over: no score. A question about risk that was asked and not answered is a task for today. */
@Service
class Unfinished {
    static final String RISK_ITEM_UNANSWERED = "RISK_ITEM_UNANSWERED";
    private static final String NOT_IN_TIME = "NOT_IN_TIME";

    private final Runs runs;
    private final Patients patients;
    private final Touchpoints touchpoints;
    private final Silence silence;
    private final Outbox outbox;

    Unfinished(Runs runs, Patients patients, Touchpoints touchpoints, Silence silence, Outbox outbox) {
        this.runs = runs;
        this.patients = patients;
        this.touchpoints = touchpoints;
        this.silence = silence;
        this.outbox = outbox;
    }

    @Transactional
    public void end(Run found, Instant now) {
        patients.lock(found.patientId());
        var run = runs.find(found.id()).orElseThrow();
        if (!run.isOpen()) {
            return;
        }
        runs.stop(run, NOT_IN_TIME, now);
        if (run.waitsForRiskItem()) {
            outbox.add(
                    UUID.randomUUID(),
                    run.patientId().value(),
                    now,
                    new StaffNeeded(run.id(), run.patientId(), run.touchpoint(), RISK_ITEM_UNANSWERED, null, now));
        } else if (run.item() > 1) {
            silence.broke(touchpoints.withId(run.touchpointId()), now);
        }
    }
}
