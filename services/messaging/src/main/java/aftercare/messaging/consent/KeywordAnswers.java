package aftercare.messaging.consent;

import aftercare.messaging.lines.Line;
import aftercare.messaging.requests.MessageKind;
import aftercare.messaging.requests.NewMessage;
import aftercare.messaging.requests.Queue;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.MessageId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues the two fixed answers (S1's exceptions). They wait for the reply's verdict like every other text; the sending policy sees to it. */
@Component
public class KeywordAnswers {
    private static final Logger log = LoggerFactory.getLogger(KeywordAnswers.class);
    private static final int FIRST = Integer.MAX_VALUE;
    private static final String DEFAULT_LANGUAGE = "en";

    private final Queue queue;
    private final Sealer sealer;
    private final KeywordSettings settings;
    private final FixedTexts texts;

    KeywordAnswers(Queue queue, Sealer sealer, KeywordSettings settings, Clinic clinic) {
        this.queue = queue;
        this.sealer = sealer;
        this.settings = settings;
        this.texts = new FixedTexts(clinic.name(), clinic.phone());
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhichIsInForce() {
        switch (settings.keywords()) {
            case OURS ->
                log.atInfo()
                        .addKeyValue("keywords", settings.keywords())
                        .log(
                                "STOP and HELP are answered by us, after screening; the carrier's own answers must be off");
            case CARRIER ->
                log.atWarn()
                        .addKeyValue("keywords", settings.keywords())
                        .log("STOP and HELP are answered by the carrier before we see them; we never answer them");
        }
    }

    /**
     * @param carrierAnswered whether the carrier says that it has answered this text already
     */
    public void help(Line line, ReplyId reply, boolean carrierAnswered, Instant now) {
        if (!carrierAnswered) {
            answer(line, reply, MessageKind.HELP, settings.helpWithin(), now);
        }
    }

    /** One confirmation for one opt-out. */
    public void confirmOptOut(Line line, ReplyId reply, boolean carrierAnswered, Instant now) {
        if (!carrierAnswered) {
            answer(line, reply, MessageKind.OPT_OUT_CONFIRMATION, settings.confirmWithin(), now);
        }
    }

    private void answer(Line line, ReplyId reply, MessageKind kind, Duration within, Instant now) {
        if (settings.keywords() == KeywordMode.CARRIER || line.number() == null) {
            return;
        }
        var id = MessageId.random();
        var language = line.language().orElse(DEFAULT_LANGUAGE);
        var text = kind == MessageKind.HELP ? texts.help(language) : texts.optOutConfirmation(language);
        queue.add(new NewMessage(
                id,
                kind,
                null,
                line.id(),
                Purpose.ANSWER,
                kind.name(),
                sealer.seal(text, id, "text"),
                language,
                new Window(now, now.plus(within)),
                FIRST,
                reply,
                null,
                now,
                null));
    }
}
