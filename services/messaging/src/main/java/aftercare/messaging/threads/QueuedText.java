package aftercare.messaging.threads;

import java.time.Instant;
import java.util.UUID;

/** A text that waits for its window, or for the gate. */
record QueuedText(UUID messageId, String touchpoint, String purpose, Instant opensAt, Instant closesAt) {}
