package aftercare.messaging.readthrough;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many replies wait for a reader, and since when the oldest does. */
record Backlog(int waiting, @Nullable Instant oldestReceivedAt) {}
