package aftercare.messaging.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case on the line. {@code openedAt} is when it last was opened, reopened or joined; absent while only its end was told. */
public record CaseStanding(
        @Nullable Instant openedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant releasedAt) {

    boolean open() {
        return openedAt != null && (resolvedAt == null || resolvedAt.isBefore(openedAt));
    }

    /** Resolving a case releases nothing; a human's release does (S5). */
    boolean holds() {
        return openedAt != null && (releasedAt == null || releasedAt.isBefore(openedAt));
    }
}
