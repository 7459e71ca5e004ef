package aftercare.journeys.answers;

import aftercare.journeys.fixedanswers.FixedAnswers;
import aftercare.journeys.planning.Patients;
import aftercare.journeys.questionnaires.Runs;
import aftercare.platform.outbox.Outbox;
import aftercare.schemas.HoldId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.journeys.RequestRaised;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What ends a questionnaire besides its answers: an opt-out, a hold, an item that was never sent. Safe to hear twice. */
@Service
class AskingStops {
    private final Runs runs;
    private final Questions questions;
    private final Holds holds;
    private final FixedAnswers fixedAnswers;
    private final Patients patients;
    private final Outbox outbox;

    AskingStops(
            Runs runs, Questions questions, Holds holds, FixedAnswers fixedAnswers, Patients patients, Outbox outbox) {
        this.runs = runs;
        this.questions = questions;
        this.holds = holds;
        this.fixedAnswers = fixedAnswers;
        this.patients = patients;
        this.outbox = outbox;
    }

    @Transactional
    public void optedOut(PatientId patient, Instant now) {
        patients.lock(patient);
        runs.stopAllOf(patient, "OPTED_OUT", now);
    }

    @Transactional
    public void held(HoldId hold, List<PatientId> all, Instant now) {
        holds.placed(hold, all);
        all.stream().sorted(Comparator.comparing(PatientId::value)).forEach(patient -> {
            patients.lock(patient);
            runs.stopAllOf(patient, "HELD", now);
        });
    }

    @Transactional
    public void released(HoldId hold) {
        holds.released(hold);
    }

    /** An item that never went out ends its questionnaire; a fixed answer that never went out leaves its request to a human. */
    @Transactional
    public void neverSent(PatientId patient, MessageId message, String reason, Instant now) {
        patients.lock(patient);
        questions
                .furtherBy(message)
                .map(Questions.Further::questionnaire)
                .flatMap(runs::find)
                .ifPresent(run -> runs.stop(run, reason, now));
        runs.find(message.value()).ifPresent(run -> runs.stop(run, reason, now));
        fixedAnswers
                .askedAs(message)
                .ifPresent(asked -> outbox.add(
                        UUID.randomUUID(),
                        patient.value(),
                        now,
                        new RequestRaised(
                                UUID.nameUUIDFromBytes(
                                        ("unanswered/" + asked.reply()).getBytes(StandardCharsets.UTF_8)),
                                patient,
                                asked.reply(),
                                asked.topic(),
                                null,
                                now)));
    }
}
