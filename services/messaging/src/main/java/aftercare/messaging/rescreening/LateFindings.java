package aftercare.messaging.rescreening;

import aftercare.messaging.gate.BeforeVerdict;
import aftercare.messaging.gate.EngineVersion;
import aftercare.messaging.gate.Gates;
import aftercare.messaging.gate.VerdictHearer;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.outbox.Outbox;
import aftercare.platform.sealing.Sealer;
import aftercare.platform.sealing.Sealer.SealBroken;
import aftercare.schemas.ReplyId;
import aftercare.schemas.messaging.ReplyFoundLate;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import aftercare.schemas.screening.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells staff of a reply that now is CRISIS and was not. Nothing else that a second screening finds changes anything. */
@Component
class LateFindings implements VerdictHearer {
    private static final Logger log = LoggerFactory.getLogger(LateFindings.class);

    private final Rescreens rescreens;
    private final Gates gates;
    private final Outbox outbox;
    private final Sealer sealer;
    private final MachineClock machine;

    LateFindings(Rescreens rescreens, Gates gates, Outbox outbox, Sealer sealer, MachineClock machine) {
        this.rescreens = rescreens;
        this.gates = gates;
        this.outbox = outbox;
        this.sealer = sealer;
        this.machine = machine;
    }

    @Override
    public void heard(UUID eventId, ReplyScreened verdict, BeforeVerdict before, Instant now) {
        if (verdict.purpose() == ScreeningPurpose.LIVE) {
            return;
        }
        var late = verdict.level() == Level.CRISIS && before.level() != Level.CRISIS;
        var run = rescreens.answered(
                EngineVersion.of(verdict.versions()), verdict.replyId(), verdict.level(), late, machine.instant());
        if (late) {
            tell(eventId, verdict, before, run.orElse(null), now);
        }
    }

    private void tell(UUID eventId, ReplyScreened verdict, BeforeVerdict before, @Nullable UUID run, Instant now) {
        var event = UUID.randomUUID();
        var found = new ReplyFoundLate(
                verdict.replyId(),
                before.line(),
                verdict.patientIds(),
                run,
                before.receivedAt(),
                before.level(),
                isHandled(verdict.replyId()),
                verdict.categories(),
                sealedAgain(eventId, event, verdict.spans()),
                verdict.reasons(),
                verdict.versions(),
                now);
        outbox.add(event, before.line().toString(), now, found);
        log.atInfo()
                .addKeyValue("reply", verdict.replyId())
                .addKeyValue("run", run)
                .log("A reply was found late");
    }

    private boolean isHandled(ReplyId reply) {
        return gates.reply(reply)
                .filter(standing -> standing.releasedAt() != null)
                .isPresent();
    }

    /** Words that can't be opened must not keep a finding from staff. */
    private List<Span> sealedAgain(UUID verdict, UUID event, List<Span> spans) {
        var sealed = new ArrayList<Span>();
        try {
            for (var i = 0; i < spans.size(); i++) {
                var span = spans.get(i);
                var words = sealer.open(span.words(), verdict, "spans/" + i);
                sealed.add(new Span(span.start(), span.end(), sealer.seal(words, event, "spans/" + i), span.rule()));
            }
            return sealed;
        } catch (SealBroken broken) {
            log.atError().addKeyValue("verdict", verdict).log("Marked words can't be opened; the finding goes without");
            return List.of();
        }
    }
}
