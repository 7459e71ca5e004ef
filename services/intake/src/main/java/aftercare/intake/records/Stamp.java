package aftercare.intake.records;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Which version of a record this is: as far as the source says it, and when it came. Instants are UTC, to the microsecond. */
public record Stamp(@Nullable String version, @Nullable Instant updatedAt, Instant receivedAt) {
    public Stamp {
        updatedAt = updatedAt == null ? null : updatedAt.truncatedTo(ChronoUnit.MICROS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** When the source recorded it; without its word, when it came. */
    public Instant recordedAt() {
        return updatedAt == null ? receivedAt : updatedAt;
    }

    /** Whether the source itself says where this version stands among the others. */
    public boolean isSaidBySource() {
        return version != null || updatedAt != null;
    }
}
