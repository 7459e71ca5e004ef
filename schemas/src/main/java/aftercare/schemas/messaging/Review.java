package aftercare.schemas.messaging;

import aftercare.schemas.Event;
import java.time.Instant;

/** What is on {@code messaging.reviews}: what a second look at replies, by a later engine or by a reader, has found. */
public sealed interface Review extends Event permits ReplyFoundLate, ReplyFlagged, ReadThroughFellBehind {
    Instant at();
}
