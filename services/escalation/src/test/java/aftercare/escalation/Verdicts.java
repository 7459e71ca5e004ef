package aftercare.escalation;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.ScreeningPurpose;
import aftercare.schemas.screening.Span;
import aftercare.schemas.screening.Urgency;
import aftercare.schemas.screening.Versions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Verdicts as screening gives them; each is about a line and a patient of its own unless told otherwise. */
final class Verdicts {
    private final Sealer sealer;

    Verdicts(Sealer sealer) {
        this.sealer = sealer;
    }

    ReplyScreened crisis(UUID eventId, LineId line) {
        return verdict(eventId, ReplyId.random(), line, Level.CRISIS, null);
    }

    ReplyScreened concern(UUID eventId, LineId line, Urgency urgency) {
        return verdict(eventId, ReplyId.random(), line, Level.CONCERN, urgency);
    }

    ReplyScreened verdict(UUID eventId, ReplyId reply, LineId line, Level level, @Nullable Urgency urgency) {
        return verdict(eventId, reply, line, List.of(new PatientId("patient-of-" + line)), level, urgency);
    }

    ReplyScreened verdict(
            UUID eventId,
            ReplyId reply,
            LineId line,
            List<PatientId> patients,
            Level level,
            @Nullable Urgency urgency) {
        return new ReplyScreened(
                reply,
                line,
                patients,
                level,
                urgency,
                null,
                false,
                List.of("PASSIVE_IDEATION"),
                List.of(new Span(0, 10, sealer.seal("want to die", eventId, "spans/0"), "wish-to-die")),
                List.of("Says that they wish to be dead"),
                0.97,
                null,
                new Versions("1", "7", null),
                ScreeningPurpose.LIVE,
                Instant.EPOCH);
    }
}
