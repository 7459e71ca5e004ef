package aftercare.escalation.exercises;

import aftercare.escalation.cases.Origin;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run through the chain; all times are clinic time.
 *
 * @param kind canary or drill
 * @param reason why an admin started it then
 * @param sentAt when the carrier had its text
 * @param pageArrivedAt when a canary's page came back, also after it was missed
 */
record Exercise(
        UUID id,
        Origin kind,
        LineId lineId,
        String startedBy,
        @Nullable String reason,
        Instant startedAt,
        @Nullable Instant sentAt,
        @Nullable EscalationId escalationId,
        @Nullable Instant pageArrivedAt,
        @Nullable Instant endedAt,
        @Nullable Outcome outcome,
        @Nullable String endedBy,
        List<ScoreLine> score) {
    Exercise {
        score = List.copyOf(score);
    }

    boolean isOver() {
        return endedAt != null;
    }

    /** Never the reason (S9). */
    @Override
    public String toString() {
        return "Exercise[" + id + "]";
    }
}
