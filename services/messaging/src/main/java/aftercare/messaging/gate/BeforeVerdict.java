package aftercare.messaging.gate;

import aftercare.schemas.LineId;
import aftercare.schemas.screening.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reply as it stood when a verdict on it came: {@code level} is the highest until then. */
public record BeforeVerdict(
        LineId line, Instant receivedAt, @Nullable Level level) {}
