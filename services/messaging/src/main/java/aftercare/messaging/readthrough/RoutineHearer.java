package aftercare.messaging.readthrough;

import aftercare.messaging.gate.BeforeVerdict;
import aftercare.messaging.gate.EngineVersion;
import aftercare.messaging.gate.VerdictHearer;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts each ROUTINE reply before readers, in the transaction that makes it ROUTINE. */
@Component
class RoutineHearer implements VerdictHearer {
    private final RoutineReplies replies;

    RoutineHearer(RoutineReplies replies) {
        this.replies = replies;
    }

    @Override
    public void heard(UUID eventId, ReplyScreened verdict, BeforeVerdict before, Instant now) {
        if (verdict.purpose() == ScreeningPurpose.LIVE && verdict.level() == Level.ROUTINE) {
            replies.add(verdict.replyId(), before.receivedAt(), EngineVersion.of(verdict.versions()));
        }
    }
}
