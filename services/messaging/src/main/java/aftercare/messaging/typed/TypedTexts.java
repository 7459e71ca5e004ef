package aftercare.messaging.typed;

import aftercare.messaging.consent.ConsentLedger;
import aftercare.messaging.lines.Line;
import aftercare.messaging.lines.Lines;
import aftercare.messaging.lines.Patient;
import aftercare.messaging.requests.MessageKind;
import aftercare.messaging.requests.NewMessage;
import aftercare.messaging.requests.Queue;
import aftercare.platform.audit.Audit;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import java.time.Instant;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what staff type. What can't reach the patient is refused at once, so that nobody believes it was said; the sending policy asks again. */
@Service
class TypedTexts {
    private static final String LANGUAGE = "en";

    private final Lines lines;
    private final ConsentLedger consent;
    private final Queue queue;
    private final Sealer sealer;
    private final Audit audit;
    private final TypedSettings settings;

    TypedTexts(Lines lines, ConsentLedger consent, Queue queue, Sealer sealer, Audit audit, TypedSettings settings) {
        this.lines = lines;
        this.consent = consent;
        this.queue = queue;
        this.sealer = sealer;
        this.audit = audit;
        this.settings = settings;
    }

    @Transactional
    public Typing type(LineId id, String words, @Nullable ReplyId answers, StaffId author, Instant now) {
        if (lines.find(id).isEmpty()) {
            return new Typing.NoSuchLine();
        }
        var line = lines.lock(id);
        if (line.number() == null) {
            return new Typing.NoNumber();
        }
        if (consent.optedOut(line)) {
            return new Typing.OptedOut();
        }
        if (line.refused()) {
            return new Typing.NumberRefused();
        }
        if (!line.patients().isEmpty() && line.patients().stream().allMatch(patient -> patient.deceasedAt() != null)) {
            return new Typing.Deceased();
        }
        return new Typing.Queued(queue(line, words, answers, author, now));
    }

    private MessageId queue(Line line, String words, @Nullable ReplyId answers, StaffId author, Instant now) {
        var id = MessageId.random();
        queue.add(new NewMessage(
                id,
                MessageKind.TYPED,
                theOne(line),
                line.id(),
                Purpose.ANSWER,
                MessageKind.TYPED.name(),
                sealer.seal(words, id, "text"),
                line.language().orElse(LANGUAGE),
                new Window(now, now.plus(settings.typedWithin())),
                Integer.MAX_VALUE,
                answers,
                null,
                now,
                author));
        var about = new HashMap<String, String>();
        about.put("line", line.id().toString());
        if (answers != null) {
            about.put("answers", answers.toString());
        }
        audit.record(now, author.value(), "MessageTyped", "message/" + id, about);
        return id;
    }

    /** Where several share the number, nobody knows who will read it. */
    private static @Nullable PatientId theOne(Line line) {
        var living = line.patients().stream()
                .filter(patient -> patient.deceasedAt() == null)
                .map(Patient::id)
                .toList();
        return living.size() == 1 ? living.getFirst() : null;
    }
}
