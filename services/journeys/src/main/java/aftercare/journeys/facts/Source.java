package aftercare.journeys.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a fact came from. When it arrived here is left out on purpose: nothing may depend on it. */
public record Source(String system, String record, @Nullable String version, Instant occurredAt, Instant recordedAt) {}
