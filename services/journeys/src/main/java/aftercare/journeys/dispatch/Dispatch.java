package aftercare.journeys.dispatch;

import static java.util.Comparator.comparingInt;

import aftercare.journeys.answers.Silence;
import aftercare.journeys.definition.AskForm;
import aftercare.journeys.definition.Asks;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.planning.PatientPlan;
import aftercare.journeys.planning.Patients;
import aftercare.journeys.planning.PlannedTouchpoint;
import aftercare.journeys.planning.Planning;
import aftercare.journeys.planning.Touchpoints;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.platform.outbox.Outbox;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import aftercare.schemas.messaging.AnswerForm;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.Question;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks after one patient: plans from what is known now, asks for what is due, notes silence. */
@Service
class Dispatch {
    private static final List<String> ITEM_ANSWERS = List.of("0", "1", "2", "3");

    private final Patients patients;
    private final Planning planning;
    private final Touchpoints touchpoints;
    private final Requests requests;
    private final Silence silence;
    private final Sealer sealer;
    private final Outbox outbox;
    private final ClinicSettings clinic;

    Dispatch(
            Patients patients,
            Planning planning,
            Touchpoints touchpoints,
            Requests requests,
            Silence silence,
            Sealer sealer,
            Outbox outbox,
            ClinicSettings clinic) {
        this.patients = patients;
        this.planning = planning;
        this.touchpoints = touchpoints;
        this.requests = requests;
        this.silence = silence;
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
        var touchpoint =
                plan.published().journey().touchpoint(planned.touchpoint()).orElseThrow();
        var text = MessageText.of(touchpoint, planned.appointmentId(), plan.history(), clinic);
        var requested = planned.requested();
        var message = requested.messageIdOfThisRevision();
        var question = question(touchpoint, requested.questionIdOfThisRevision());
        var eventId = UUID.randomUUID();
        touchpoints.save(requested, now);
        requests.add(message, requested, question == null ? null : question.questionId(), now);
        outbox.add(
                eventId,
                planned.patientId().value(),
                now,
                new MessageRequested(
                        message,
                        planned.patientId(),
                        touchpoint.purpose(),
                        touchpoint.code(),
                        sealer.seal(text.text(), eventId, "text"),
                        text.language(),
                        Objects.requireNonNull(planned.window()),
                        touchpoint.priority(),
                        null,
                        question,
                        planned.appointmentId()));
    }

    private static @Nullable Question question(Touchpoint touchpoint, QuestionId id) {
        Asks asks = touchpoint.asks();
        return asks == null
                ? null
                : new Question(
                        id,
                        touchpoint.code(),
                        asks.form() == AskForm.NUMBER ? AnswerForm.NUMBER : AnswerForm.CHOICE,
                        asks.form() == AskForm.INSTRUMENT ? ITEM_ANSWERS : asks.choices(),
                        asks.min(),
                        asks.max(),
                        asks.asksAboutRisk(),
                        asks.riskAnswers(),
                        asks.answerWithin());
    }
}
