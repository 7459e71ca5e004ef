package aftercare.schemas.clinic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a fact came from and when: at the clinic ({@code occurredAt}), in its system ({@code recordedAt}), and here ({@code receivedAt}). All instants are UTC. */
public record Provenance(
        String source,
        String sourceId,
        @Nullable String sourceVersion,
        Instant occurredAt,
        Instant recordedAt,
        Instant receivedAt) {}
