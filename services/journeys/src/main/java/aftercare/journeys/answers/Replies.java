package aftercare.journeys.answers;

import aftercare.journeys.planning.Patients;
import aftercare.journeys.planning.Planning;
import aftercare.journeys.planning.Touchpoints;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Variables;
import aftercare.platform.outbox.Outbox;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.journeys.CheckInAnswered;
import aftercare.schemas.journeys.RequestRaised;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import aftercare.schemas.screening.ReplyScreened;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a reply's verdict, once. */
@Service
class Replies {
    private static final int ANSWER_PRIORITY = 100;

    private final Answers answers;
    private final Questions questions;
    private final Patients patients;
    private final Planning planning;
    private final Touchpoints touchpoints;
    private final Sealer sealer;
    private final Outbox outbox;
    private final ClinicSettings clinic;

    Replies(
            Answers answers,
            Questions questions,
            Patients patients,
            Planning planning,
            Touchpoints touchpoints,
            Sealer sealer,
            Outbox outbox,
            ClinicSettings clinic) {
        this.answers = answers;
        this.questions = questions;
        this.patients = patients;
        this.planning = planning;
        this.touchpoints = touchpoints;
        this.sealer = sealer;
        this.outbox = outbox;
        this.clinic = clinic;
    }

    @Transactional
    public void screened(UUID eventId, ReplyScreened verdict, Instant now) {
        var patient = writer(verdict);
        if (patient.isEmpty()) {
            return;
        }
        patients.lock(patient.get());
        if (answers.firstVerdict(verdict)) {
            follow(verdict, patient.get(), consequences(eventId, verdict), now);
            hear(verdict, patient.get(), now);
            planning.rest(patient.get(), now);
        }
    }

    /**
     * Whose reply it is taken for: the one patient the answered question was put to, who need not be the only one with this phone; else
     * the first on the line, so that one request has one owner.
     */
    private Optional<PatientId> writer(ReplyScreened verdict) {
        var answer = verdict.answer();
        return Optional.ofNullable(answer)
                .flatMap(given -> questions.askedOf(given.questionId()))
                .or(() -> verdict.patientIds().stream().min(Comparator.comparing(PatientId::value)));
    }

    private ReplyConsequences consequences(UUID eventId, ReplyScreened verdict) {
        var answer = verdict.answer();
        var question =
                answer == null ? null : questions.find(answer.questionId()).orElse(null);
        var value = answer == null ? null : sealer.open(answer.value(), eventId, "answer");
        return new ReplyConsequences(verdict.level(), verdict.ending(), verdict.categories(), question, value);
    }

    private void follow(ReplyScreened verdict, PatientId patient, ReplyConsequences consequences, Instant now) {
        var question = consequences.question();
        var value = consequences.value();
        if (consequences.isAnswered() && question != null && value != null) {
            answered(question, verdict, value, now);
        }
        consequences.request().ifPresent(topic -> raise(patient, verdict, topic, now));
        if (question != null) {
            consequences
                    .answer()
                    .ifPresent(texts -> ReplyConsequences.answerWindow(now, question.zone())
                            .ifPresent(window -> answer(question, verdict, texts, window, now)));
        }
    }

    private void answered(AskedQuestion question, ReplyScreened verdict, String value, Instant now) {
        answers.add(question, verdict.replyId(), value, now);
        var event = UUID.randomUUID();
        outbox.add(
                event,
                question.patientId().value(),
                now,
                new CheckInAnswered(
                        question.patientId(),
                        verdict.replyId(),
                        question.id(),
                        question.touchpoint().code(),
                        sealer.seal(value, event, "value"),
                        now));
    }

    private void raise(PatientId patient, ReplyScreened verdict, String topic, Instant now) {
        outbox.add(
                UUID.randomUUID(),
                patient.value(),
                now,
                new RequestRaised(named("request/" + verdict.replyId()), patient, verdict.replyId(), topic, now));
    }

    private void answer(AskedQuestion question, ReplyScreened verdict, Texts texts, Window window, Instant now) {
        var event = UUID.randomUUID();
        var language = texts.languageFor(question.language());
        var text = new Variables(clinic, null).fill(texts.in(language), language);
        outbox.add(
                event,
                question.patientId().value(),
                now,
                new MessageRequested(
                        new MessageId(named("answer-text/" + verdict.replyId())),
                        question.patientId(),
                        Purpose.ANSWER,
                        question.touchpoint().code(),
                        sealer.seal(text, event, "text"),
                        language,
                        window,
                        ANSWER_PRIORITY,
                        verdict.replyId(),
                        null,
                        null));
    }

    /** Who writes is not silent. On a shared phone only a bound answer says who wrote. */
    private void hear(ReplyScreened verdict, PatientId patient, Instant now) {
        if (verdict.answer() != null || verdict.patientIds().size() == 1) {
            touchpoints.of(patient).stream()
                    .filter(touchpoint -> touchpoint.state().isSaid() && touchpoint.silentAt() != null)
                    .filter(touchpoint -> touchpoint.heardAt() == null)
                    .map(touchpoint -> touchpoint.heard(now))
                    .forEach(touchpoint -> touchpoints.save(touchpoint, now));
        }
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
