package aftercare.escalation.cases;

import aftercare.escalation.worklist.WorkList;
import aftercare.platform.inbox.Inbox;
import aftercare.platform.sealing.Sealer;
import aftercare.platform.sealing.Sealer.SealBroken;
import aftercare.schemas.escalation.Cause;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.Span;
import aftercare.schemas.screening.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a verdict before the right human at the right time. */
@Service
class Triage {
    private static final Logger log = LoggerFactory.getLogger(Triage.class);

    private final Escalations escalations;
    private final WorkList workList;
    private final Inbox inbox;
    private final Sealer sealer;

    Triage(Escalations escalations, WorkList workList, Inbox inbox, Sealer sealer) {
        this.escalations = escalations;
        this.workList = workList;
        this.inbox = inbox;
        this.sealer = sealer;
    }

    /** Live verdicts and those of a later engine are one: what is found late is still found. */
    @Transactional
    void take(UUID eventId, ReplyScreened verdict, Instant now) {
        if (!inbox.firstTime(eventId, "cases")) {
            return;
        }
        switch (verdict.level()) {
            case CRISIS -> escalations.escalate(found(eventId, verdict, Cause.CRISIS), now);
            case CONCERN -> concern(eventId, verdict, now);
            case ROUTINE -> {}
        }
    }

    private void concern(UUID eventId, ReplyScreened verdict, Instant now) {
        var found = found(eventId, verdict, Cause.CONCERN_NOW);
        switch (urgencyOf(verdict)) {
            case NOW -> escalations.escalate(found, now);
            case SOON -> list(verdict, Urgency.SOON, found, now);
            case NEXT -> list(verdict, Urgency.NEXT, found, now);
        }
    }

    /** A concern that does not say how urgent it is is urgent (S4). */
    private static Urgency urgencyOf(ReplyScreened verdict) {
        @Nullable Urgency urgency = verdict.urgency();
        return urgency == null ? Urgency.NOW : urgency;
    }

    private void list(ReplyScreened verdict, Urgency urgency, Found found, Instant now) {
        if (escalations.isBeforeAHuman(found, now)) {
            return;
        }
        workList.concern(
                verdict.replyId(),
                verdict.lineId(),
                verdict.patientIds(),
                urgency,
                verdict.categories(),
                verdict.reasons(),
                now);
    }

    private Found found(UUID eventId, ReplyScreened verdict, Cause cause) {
        var id = UUID.randomUUID();
        return new Found(
                id,
                verdict.replyId(),
                verdict.lineId(),
                verdict.patientIds(),
                cause,
                verdict.level().name(),
                verdict.categories(),
                verdict.reasons(),
                marked(eventId, id, verdict.spans()),
                versionsOf(verdict));
    }

    private static String versionsOf(ReplyScreened verdict) {
        var versions = verdict.versions();
        return versions.engine() + " " + versions.rules() + (versions.model() == null ? "" : " " + versions.model());
    }

    private List<MarkedWords> marked(UUID eventId, UUID findingId, List<Span> spans) {
        return IntStream.range(0, spans.size())
                .mapToObj(i -> marked(eventId, findingId, spans.get(i), i))
                .toList();
    }

    private MarkedWords marked(UUID eventId, UUID findingId, Span span, int i) {
        return new MarkedWords(span.start(), span.end(), span.rule(), sealedAgain(eventId, findingId, span, i));
    }

    /** Words that can't be opened must not keep anybody from being paged. */
    private @Nullable String sealedAgain(UUID eventId, UUID findingId, Span span, int i) {
        var field = "spans/" + i;
        try {
            return sealer.seal(sealer.open(span.words(), eventId, field), findingId, field)
                    .sealed();
        } catch (SealBroken e) {
            log.atError()
                    .addKeyValue("verdict", eventId)
                    .log("Marked words can't be opened; the case goes on without them");
            return null;
        }
    }
}
