package aftercare.journeys.dispatch;

import static java.util.Comparator.comparingInt;

import aftercare.journeys.answers.Silence;
import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.planning.DropReason;
import aftercare.journeys.planning.ForStaff;
import aftercare.journeys.planning.PatientPlan;
import aftercare.journeys.planning.Patients;
import aftercare.journeys.planning.PlannedTouchpoint;
import aftercare.journeys.planning.Planning;
import aftercare.journeys.planning.State;
import aftercare.journeys.planning.Touchpoints;
import aftercare.journeys.questionnaires.FirstQuestions;
import aftercare.journeys.questionnaires.FirstQuestions.Put;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.Wording;
import aftercare.platform.outbox.Outbox;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.PatientId;
import aftercare.schemas.journeys.StaffNeeded;
import aftercare.schemas.messaging.MessageRequested;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks after one patient: plans from what is known now, asks for what is due, notes silence. */
@Service
class Dispatch {
    private final Patients patients;
    private final Planning planning;
    private final Touchpoints touchpoints;
    private final Requests requests;
    private final FirstQuestions firstQuestions;
    private final Silence silence;
    private final ForStaff forStaff;
    private final Sealer sealer;
    private final Outbox outbox;
    private final ClinicSettings clinic;

    Dispatch(
            Patients patients,
            Planning planning,
            Touchpoints touchpoints,
            Requests requests,
            FirstQuestions firstQuestions,
            Silence silence,
            ForStaff forStaff,
            Sealer sealer,
            Outbox outbox,
            ClinicSettings clinic) {
        this.patients = patients;
        this.planning = planning;
        this.touchpoints = touchpoints;
        this.requests = requests;
        this.firstQuestions = firstQuestions;
        this.silence = silence;
        this.forStaff = forStaff;
        this.sealer = sealer;
        this.outbox = outbox;
        this.clinic = clinic;
    }

    /** Whether this instance looked after the patient; another that holds them does so itself. */
    @Transactional
    public boolean lookAfter(PatientId patient, Instant now) {
        if (!patients.lockIfFree(patient)) {
            return false;
        }
        var plan = planning.replan(patient, now);
        plan.touchpoints().stream()
                .filter(touchpoint -> touchpoint.isDue(now, plan.optIn().holdsBack(touchpoint)))
                .sorted(comparingInt(PlannedTouchpoint::priority).reversed())
                .forEach(touchpoint -> request(touchpoint, plan, now));
        plan.touchpoints().stream()
                .filter(touchpoint -> touchpoint.isMissed(now))
                .forEach(touchpoint -> silence.note(touchpoint, now));
        planning.rest(patient, now);
        return true;
    }

    private void request(PlannedTouchpoint planned, PatientPlan plan, Instant now) {
        var journey = plan.published().journey();
        var touchpoint = journey.touchpoint(planned.touchpoint()).orElseThrow();
        if (touchpoint.toStaff()) {
            forStaff.handOver(planned, touchpoint, now);
            return;
        }
        var text = MessageText.of(words(planned, touchpoint, journey), planned.appointmentId(), plan.history(), clinic);
        var requested = planned.requested();
        firstQuestions
                .put(requested, touchpoint.asks(), text.language(), now)
                .ifPresentOrElse(
                        put -> request(requested, touchpoint, text, put, now), () -> leaveToStaff(planned, now));
    }

    private void request(PlannedTouchpoint requested, Touchpoint touchpoint, MessageText text, Put put, Instant now) {
        var message = requested.messageIdOfThisRevision();
        var question = put.question();
        var eventId = UUID.randomUUID();
        touchpoints.save(requested, now);
        requests.add(message, requested, question == null ? null : question.questionId(), now);
        outbox.add(
                eventId,
                requested.patientId().value(),
                now,
                new MessageRequested(
                        message,
                        requested.patientId(),
                        touchpoint.purpose(),
                        touchpoint.code(),
                        sealer.seal(text.text() + put.words(), eventId, "text"),
                        text.language(),
                        put.window(),
                        touchpoint.priority(),
                        null,
                        question,
                        requested.appointmentId()));
    }

    /** What asks about risk is not said while nobody would surely hear the answer: a human asks in person. */
    private void leaveToStaff(PlannedTouchpoint planned, Instant now) {
        var reason = DropReason.NO_ONE_ON_CALL.name();
        touchpoints.save(planned.requested().reported(State.SKIPPED, reason), now);
        outbox.add(
                UUID.randomUUID(),
                planned.patientId().value(),
                now,
                new StaffNeeded(
                        planned.messageIdOfThisRevision().value(),
                        planned.patientId(),
                        planned.touchpoint(),
                        reason,
                        null,
                        now));
    }

    private static Wording words(PlannedTouchpoint planned, Touchpoint touchpoint, Journey journey) {
        var topic = planned.topic();
        return Objects.requireNonNull(touchpoint.words(
                topic == null ? null : journey.topic(topic).orElseThrow(), planned.reminderOf() != null));
    }
}
