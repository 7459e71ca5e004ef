package aftercare.journeys.answers;

import aftercare.journeys.instruments.Questionnaires;
import aftercare.journeys.questionnaires.Run;
import aftercare.journeys.questionnaires.Runs;
import aftercare.journeys.questionnaires.Shape;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Variables;
import aftercare.platform.outbox.Outbox;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.messaging.MessageRequested;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Question;
import aftercare.schemas.messaging.Window;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Texts that answer a ROUTINE reply: thanks, the next item, the same question again. Messaging sends each only once its reply is ROUTINE (S1). */
@Component
class FurtherTexts {
    private static final int PRIORITY = 100;

    private final Questions questions;
    private final Runs runs;
    private final Sealer sealer;
    private final Outbox outbox;
    private final ClinicSettings clinic;

    FurtherTexts(Questions questions, Runs runs, Sealer sealer, Outbox outbox, ClinicSettings clinic) {
        this.questions = questions;
        this.runs = runs;
        this.sealer = sealer;
        this.outbox = outbox;
        this.clinic = clinic;
    }

    /** The fixed words that the journey answers an answer with. */
    void thank(AskedQuestion question, ReplyId reply, Texts texts, Window window, Instant now) {
        var language = texts.languageFor(question.language());
        say(
                question.patientId(),
                named("answer-text/" + reply),
                question.touchpoint().code(),
                texts.in(language),
                language,
                window,
                reply,
                null,
                now);
    }

    /** The item after the one that was answered. */
    void askNext(AskedQuestion answered, Run run, int item, ReplyId reply, Window window, Instant now) {
        var id = new QuestionId(named("item/" + run.id() + "/" + item));
        var message = named("item-text/" + run.id() + "/" + item);
        questions.add(answered, id, new MessageId(message), item, false, now);
        runs.asked(run, item);
        say(
                answered.patientId(),
                message,
                run.touchpoint(),
                Questionnaires.shipped().laterItem(run.instrument(), item, run.language()),
                run.language(),
                window,
                reply,
                Shape.of(run.questionnaire(), item)
                        .question(id, run.touchpoint(), java.time.Duration.between(window.opensAt(), run.expiresAt())),
                now);
    }

    /** The question once more. */
    void askAgain(AskedQuestion question, ReplyId reply, Window window, Instant now) {
        var id = new QuestionId(named("again/" + question.id()));
        var message = named("again-text/" + question.id());
        var language = question.language().startsWith("es") ? "es" : Texts.ENGLISH;
        questions.add(question, id, new MessageId(message), question.item(), true, now);
        say(
                question.patientId(),
                message,
                question.touchpoint().code(),
                AskAgain.template(question.shape(), language),
                language,
                window,
                reply,
                question.shape().question(id, question.touchpoint().code(), question.openFor(window.opensAt())),
                now);
    }

    /** An approved text; its message's id. */
    MessageId say(
            PatientId patient, String topic, String words, String language, ReplyId reply, Window window, Instant now) {
        var message = named("fixed-answer/" + reply);
        say(patient, message, topic, words, language, window, reply, null, now);
        return new MessageId(message);
    }

    private void say(
            PatientId patient,
            UUID message,
            String touchpoint,
            String template,
            String language,
            Window window,
            ReplyId reply,
            @Nullable Question question,
            Instant now) {
        var event = UUID.randomUUID();
        var text = new Variables(clinic, null).fill(template, language);
        outbox.add(
                event,
                patient.value(),
                now,
                new MessageRequested(
                        new MessageId(message),
                        patient,
                        Purpose.ANSWER,
                        touchpoint,
                        sealer.seal(text, event, "text"),
                        language,
                        window,
                        PRIORITY,
                        reply,
                        question,
                        null));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
