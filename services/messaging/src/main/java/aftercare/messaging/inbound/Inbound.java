package aftercare.messaging.inbound;

import aftercare.messaging.consent.ConsentLedger;
import aftercare.messaging.consent.Keyword;
import aftercare.messaging.consent.KeywordAnswers;
import aftercare.messaging.gate.Gates;
import aftercare.messaging.inbound.EarlierTexts.Moment;
import aftercare.messaging.lines.Line;
import aftercare.messaging.lines.Lines;
import aftercare.platform.audit.Audit;
import aftercare.platform.outbox.Outbox;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.messaging.ConsentChannel;
import aftercare.schemas.messaging.ReplyReceived;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a text in one transaction under the line's lock: the reply, the closed gate, what a keyword does, the event and the audit entry are
 * there together or not at all (S2, S5, S7).
 */
@Service
class Inbound {
    private static final String PATIENT = "patient";

    private final Lines lines;
    private final Replies replies;
    private final EarlierTexts earlier;
    private final Gates gates;
    private final ConsentLedger consent;
    private final KeywordAnswers answers;
    private final Outbox outbox;
    private final Audit audit;
    private final Sealer sealer;

    Inbound(
            Lines lines,
            Replies replies,
            EarlierTexts earlier,
            Gates gates,
            ConsentLedger consent,
            KeywordAnswers answers,
            Outbox outbox,
            Audit audit,
            Sealer sealer) {
        this.lines = lines;
        this.replies = replies;
        this.earlier = earlier;
        this.gates = gates;
        this.consent = consent;
        this.answers = answers;
        this.outbox = outbox;
        this.audit = audit;
        this.sealer = sealer;
    }

    /**
     * @param now clinic time
     * @param machineNow machine time, from which the watch counts
     * @return the reply; the earlier one when the text came before
     */
    @Transactional
    public ReplyId take(InboundText text, Instant now, Instant machineNow) {
        return replies.seen(text).orElseGet(() -> takeOn(lockLine(text, now), text, now, machineNow));
    }

    private Line lockLine(InboundText text, Instant now) {
        var from = text.from();
        return lines.lock(from == null ? lines.nameless(now) : lines.of(from, now));
    }

    private ReplyId takeOn(Line line, InboundText text, Instant now, Instant machineNow) {
        // Asked again under the lock: the same text may have come twice at once.
        return replies.seen(text).orElseGet(() -> takeNew(line, text, now, machineNow));
    }

    private ReplyId takeNew(Line line, InboundText text, Instant now, Instant machineNow) {
        var keyword = Optional.ofNullable(text.carrierKeyword()).or(() -> Keyword.in(text.body()));
        var event = event(line, text, now);
        var reply = event.fact().replyId();
        replies.add(reply, line, text, keyword, now, machineNow);
        outbox.add(event.id(), line.id().toString(), now, event.fact());
        lines.works(line.id());
        keyword.ifPresent(word -> obey(word, line, reply, text.carrierKeyword() != null, now));
        audit.record(
                now,
                PATIENT,
                "ReplyReceived",
                "reply/" + reply,
                Map.of("line", line.id().toString(), "source", text.source().name()));
        return reply;
    }

    /** A STOP is in force with this commit; the answers wait for the verdict. */
    private void obey(Keyword keyword, Line line, ReplyId reply, boolean carrierAnswered, Instant now) {
        switch (keyword) {
            case STOP -> {
                if (consent.optOut(line, ConsentChannel.KEYWORD, reply, now)) {
                    answers.confirmOptOut(line, reply, carrierAnswered, now);
                }
            }
            case START -> consent.optIn(line, reply, now);
            case HELP -> answers.help(line, reply, carrierAnswered, now);
        }
    }

    private NewReply event(Line line, InboundText text, Instant now) {
        var id = UUID.randomUUID();
        return new NewReply(
                id,
                new ReplyReceived(
                        ReplyId.random(),
                        line.id(),
                        line.patientIds(),
                        sealer.seal(text.body(), id, "text"),
                        text.mediaCount(),
                        line.language().orElse(null),
                        earlier.before(line.id(), id, Moment.now(now)),
                        earlier.openQuestion(line.id(), Moment.now(now)).orElse(null),
                        caseOpen(line),
                        now));
    }

    private boolean caseOpen(Line line) {
        return gates.at(line.id(), null).caseOpen()
                || line.patientIds().stream().anyMatch(patient -> caseOpen(line, patient));
    }

    private boolean caseOpen(Line line, PatientId patient) {
        return gates.at(line.id(), patient).caseOpen();
    }

    private record NewReply(UUID id, ReplyReceived fact) {}
}
