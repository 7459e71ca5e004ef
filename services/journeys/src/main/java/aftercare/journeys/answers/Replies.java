package aftercare.journeys.answers;

import aftercare.journeys.fixedanswers.FixedAnswers;
import aftercare.journeys.planning.Patients;
import aftercare.journeys.planning.PlannedTouchpoint;
import aftercare.journeys.planning.Planning;
import aftercare.journeys.planning.Touchpoints;
import aftercare.journeys.questionnaires.Run;
import aftercare.journeys.questionnaires.Runs;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.platform.outbox.Outbox;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.PatientId;
import aftercare.schemas.StaffId;
import aftercare.schemas.journeys.CheckInAnswered;
import aftercare.schemas.journeys.RequestRaised;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a reply's verdict, once. */
@Service
class Replies {
    private final Answers answers;
    private final Questions questions;
    private final Runs runs;
    private final CheckInScores scores;
    private final FixedAnswers fixedAnswers;
    private final FurtherTexts texts;
    private final Holds holds;
    private final Patients patients;
    private final Planning planning;
    private final Touchpoints touchpoints;
    private final Sealer sealer;
    private final Outbox outbox;
    private final ClinicSettings clinic;

    Replies(
            Answers answers,
            Questions questions,
            Runs runs,
            CheckInScores scores,
            FixedAnswers fixedAnswers,
            FurtherTexts texts,
            Holds holds,
            Patients patients,
            Planning planning,
            Touchpoints touchpoints,
            Sealer sealer,
            Outbox outbox,
            ClinicSettings clinic) {
        this.answers = answers;
        this.questions = questions;
        this.runs = runs;
        this.scores = scores;
        this.fixedAnswers = fixedAnswers;
        this.texts = texts;
        this.holds = holds;
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
        lock(patient.get(), verdict);
        if (answers.firstVerdict(verdict)) {
            var consequences = consequences(eventId, verdict, patient.get(), now);
            keep(consequences, verdict, now);
            end(consequences, verdict, patient.get(), now);
            hear(verdict, patient.get(), now);
            planning.heard(patient.get(), eventId, now);
        }
    }

    /** Whoever may have written a reply that a human must see is asked nothing further: all of them are locked, in one order. */
    private void lock(PatientId writer, ReplyScreened verdict) {
        mayHaveWritten(writer, verdict).forEach(patients::lock);
    }

    private static Stream<PatientId> mayHaveWritten(PatientId writer, ReplyScreened verdict) {
        return verdict.level() == Level.ROUTINE
                ? Stream.of(writer)
                : Stream.concat(Stream.of(writer), verdict.patientIds().stream())
                        .distinct()
                        .sorted(Comparator.comparing(PatientId::value));
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

    private ReplyConsequences consequences(UUID eventId, ReplyScreened verdict, PatientId patient, Instant now) {
        var answer = verdict.answer();
        var question =
                answer == null ? null : questions.find(answer.questionId()).orElse(null);
        var value = answer == null ? null : sealer.open(answer.value(), eventId, "answer");
        return new ReplyConsequences(
                verdict.level(),
                verdict.ending(),
                verdict.categories(),
                question,
                value,
                answer == null ? questions.openOf(patient, now).orElse(null) : null,
                holds.isHeld(patient));
    }

    private void keep(ReplyConsequences consequences, ReplyScreened verdict, Instant now) {
        var question = consequences.question();
        var value = consequences.value();
        if (!consequences.isAnswered() || question == null || value == null) {
            return;
        }
        answers.add(question, runOf(question), verdict.replyId(), value, now);
        scores.of(question, value, verdict.replyId(), verdict.level(), now);
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

    private @Nullable Run runOf(AskedQuestion question) {
        var id = question.questionnaireId();
        return id == null ? null : runs.find(id).orElse(null);
    }

    private void end(ReplyConsequences consequences, ReplyScreened verdict, PatientId patient, Instant now) {
        switch (consequences.end()) {
            case ReplyEnd.WithHumans() ->
                mayHaveWritten(patient, verdict)
                        .forEach(each -> runs.stopAllOf(each, verdict.level().name(), now));
            case ReplyEnd.Answered(var question, var value, var request) -> {
                if (request != null) {
                    raise(patient, verdict, request, null, now);
                }
                goOn(question, value, verdict, now);
            }
            case ReplyEnd.AskedAgain(var question) -> askAgain(question, verdict, patient, now);
            case ReplyEnd.Owned(var topic) -> own(consequences, topic, verdict, patient, now);
            case ReplyEnd.Courtesy() -> {}
            case ReplyEnd.ByKeyword() -> {}
        }
    }

    /** The next item of a questionnaire, or the words that the journey has for this answer. */
    private void goOn(AskedQuestion question, String value, ReplyScreened verdict, Instant now) {
        var run = runOf(question);
        if (run != null) {
            askNext(question, run, verdict, now);
            return;
        }
        Optional.ofNullable(question.touchpoint().answers().get(value))
                .ifPresent(words -> ReplyConsequences.answerWindow(now, question.zone())
                        .ifPresent(window -> texts.thank(question, verdict.replyId(), words, window, now)));
    }

    private void askNext(AskedQuestion question, Run run, ReplyScreened verdict, Instant now) {
        var item = question.item();
        if (!run.isOpen() || item == null || item < run.item() || run.isLast(item)) {
            return;
        }
        if (holds.isHeld(question.patientId())) {
            runs.stop(run, "HELD", now);
            return;
        }
        ReplyConsequences.nextWindow(now, question.zone(), run.expiresAt())
                .ifPresent(window -> texts.askNext(question, run, item + 1, verdict.replyId(), window, now));
    }

    private void askAgain(AskedQuestion question, ReplyScreened verdict, PatientId patient, Instant now) {
        ReplyConsequences.answerWindow(now, question.zone())
                .filter(window -> window.opensAt().isBefore(question.openUntil()))
                .ifPresentOrElse(
                        window -> texts.askAgain(question, verdict.replyId(), window, now),
                        () -> raise(patient, verdict, ReplyConsequences.UNCLEAR, null, now));
    }

    private void own(
            ReplyConsequences consequences, String topic, ReplyScreened verdict, PatientId patient, Instant now) {
        var open = consequences.open();
        if (topic.equals(ReplyConsequences.UNCLEAR) && open != null) {
            Optional.ofNullable(runOf(open)).ifPresent(run -> runs.stop(run, topic, now));
        }
        var approved = consequences
                .onlyTopic()
                .filter(only -> !consequences.held())
                .flatMap(only -> fixedAnswers.mayAnswer(patient, only, now))
                .flatMap(answer -> ReplyConsequences.answerWindow(
                                now, questions.zoneOf(patient).orElse(clinic.zone()))
                        .map(window -> {
                            var language = questions.languageOf(patient);
                            var message = texts.say(
                                    patient,
                                    answer.topic(),
                                    answer.texts().in(language),
                                    answer.texts().languageFor(language),
                                    verdict.replyId(),
                                    window,
                                    now);
                            fixedAnswers.sent(patient, answer, message, verdict.replyId(), now);
                            return answer.approvedBy();
                        }));
        raise(patient, verdict, topic, approved.orElse(null), now);
    }

    private void raise(
            PatientId patient, ReplyScreened verdict, String topic, @Nullable StaffId answeredBy, Instant now) {
        outbox.add(
                UUID.randomUUID(),
                patient.value(),
                now,
                new RequestRaised(
                        UUID.nameUUIDFromBytes(("request/" + verdict.replyId()).getBytes(StandardCharsets.UTF_8)),
                        patient,
                        verdict.replyId(),
                        topic,
                        answeredBy,
                        now));
    }

    /** Who writes is not silent. On a shared phone only a bound answer says who wrote. */
    private void hear(ReplyScreened verdict, PatientId patient, Instant now) {
        if (verdict.answer() != null || verdict.patientIds().size() == 1) {
            touchpoints.of(patient).stream()
                    .filter(PlannedTouchpoint::isUnanswered)
                    .map(touchpoint -> touchpoint.heard(now))
                    .forEach(touchpoint -> touchpoints.save(touchpoint, now));
        }
    }
}
