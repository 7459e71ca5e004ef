package aftercare.escalation.exercises;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a drill.
 *
 * @param openedAt when its case opened; none when it never did
 * @param resolvedAt when a human resolved it
 * @param rung the highest that was paged
 * @param rounds how often the policy went round
 * @param stepsDone of the protocol
 * @param stepsToDo what the protocol asks in a drill
 */
record DrillFacts(
        @Nullable Instant openedAt,
        @Nullable Instant pagedAt,
        @Nullable Instant takenAt,
        @Nullable Instant calledAt,
        @Nullable Instant resolvedAt,
        int rung,
        int rounds,
        int stepsDone,
        int stepsToDo) {

    Optional<Duration> until(@Nullable Instant at) {
        return openedAt == null || at == null ? Optional.empty() : Optional.of(Duration.between(openedAt, at));
    }
}
