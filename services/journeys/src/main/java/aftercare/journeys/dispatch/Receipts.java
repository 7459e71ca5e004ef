package aftercare.journeys.dispatch;

import aftercare.journeys.planning.Patients;
import aftercare.journeys.planning.PlannedTouchpoint;
import aftercare.journeys.planning.Planning;
import aftercare.journeys.planning.State;
import aftercare.journeys.planning.Touchpoints;
import aftercare.platform.outbox.Outbox;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.messaging.MessageWithdrawn;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of the messages that were asked for. */
@Service
class Receipts {
    private final Patients patients;
    private final Planning planning;
    private final Touchpoints touchpoints;
    private final Requests requests;
    private final Outbox outbox;

    Receipts(Patients patients, Planning planning, Touchpoints touchpoints, Requests requests, Outbox outbox) {
        this.patients = patients;
        this.planning = planning;
        this.touchpoints = touchpoints;
        this.requests = requests;
        this.outbox = outbox;
    }

    /** The message went out, or may have. */
    @Transactional
    public void said(PatientId patient, MessageId message, State state, Instant now) {
        settle(
                patient,
                message,
                now,
                (touchpoint, present) ->
                        present ? touchpoint.reported(state, null) : supersededBy(touchpoint, message, state, now));
    }

    /** The message will never go out. */
    @Transactional
    public void skipped(PatientId patient, MessageId message, String reason, Instant now) {
        settle(
                patient,
                message,
                now,
                (touchpoint, present) -> present
                        ? touchpoint.reported(State.SKIPPED, reason).unsaid(message)
                        : touchpoint.unsaid(message));
    }

    private void settle(
            PatientId patient,
            MessageId message,
            Instant now,
            BiFunction<PlannedTouchpoint, Boolean, PlannedTouchpoint> report) {
        var id = requests.touchpointOf(message);
        if (id.isEmpty()) {
            return;
        }
        patients.lock(patient);
        var before = touchpoints.withId(id.get());
        var after = report.apply(before, message.equals(before.messageId()));
        if (!after.equals(before)) {
            touchpoints.save(after, now);
            planning.replan(patient, now);
        }
    }

    /** A withdrawal came too late: what went out counts, and its successor must not go out as well. */
    private PlannedTouchpoint supersededBy(PlannedTouchpoint touchpoint, MessageId earlier, State state, Instant now) {
        var successor = touchpoint.messageId();
        if (touchpoint.state() == State.REQUESTED && successor != null) {
            outbox.add(
                    UUID.randomUUID(),
                    touchpoint.patientId().value(),
                    now,
                    new MessageWithdrawn(successor, touchpoint.patientId(), "SAID_BEFORE"));
        }
        return touchpoint.saidBefore(state, earlier);
    }
}
