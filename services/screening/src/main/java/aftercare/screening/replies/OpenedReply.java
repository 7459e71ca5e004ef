package aftercare.screening.replies;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.messaging.Question;
import aftercare.schemas.messaging.ReplyReceived;
import aftercare.schemas.messaging.ThreadText;
import aftercare.screening.answers.OpenQuestion;
import aftercare.screening.engine.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens what a reply's event seals, for the engine's eyes only. */
@Component
class OpenedReply {
    private final Sealer sealer;

    OpenedReply(Sealer sealer) {
        this.sealer = sealer;
    }

    /** @throws Sealer.SealBroken when a text was not sealed for this event with a key of this deployment */
    Reply of(UUID eventId, ReplyReceived event) {
        return new Reply(
                sealer.open(event.text(), eventId, "text"),
                event.mediaCount(),
                thread(eventId, event),
                question(event.question()),
                !event.patientIds().isEmpty(),
                event.escalationOpen(),
                event.language());
    }

    private List<Reply.Earlier> thread(UUID eventId, ReplyReceived event) {
        var thread = new ArrayList<Reply.Earlier>();
        for (int i = 0; i < event.thread().size(); i++) {
            var text = event.thread().get(i);
            thread.add(new Reply.Earlier(
                    side(text),
                    sealer.open(text.text(), eventId, "thread/" + i),
                    Duration.between(text.at(), event.receivedAt()).toSeconds()));
        }
        return thread;
    }

    private static Reply.Side side(ThreadText text) {
        return switch (text.from()) {
            case CLINIC -> Reply.Side.CLINIC;
            case PATIENT -> Reply.Side.PATIENT;
        };
    }

    private static @Nullable OpenQuestion question(@Nullable Question question) {
        if (question == null) return null;
        var form = switch (question.form()) {
            case CHOICE -> OpenQuestion.Form.CHOICE;
            case NUMBER -> OpenQuestion.Form.NUMBER;
        };
        return new OpenQuestion(
                form,
                question.choices(),
                question.yesMeans(),
                question.noMeans(),
                question.min(),
                question.max(),
                question.asksAboutRisk(),
                question.riskAnswers());
    }
}
