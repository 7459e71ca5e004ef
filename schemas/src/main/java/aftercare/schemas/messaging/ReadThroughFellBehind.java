package aftercare.schemas.messaging;

import aftercare.schemas.EventType;
import aftercare.schemas.Topics;
import java.time.Instant;

/** ROUTINE replies wait too long for a reader. {@code waiting} counts those that do; the oldest came at {@code oldestReceivedAt}. */
@EventType(value = "aftercare.messaging.ReadThroughFellBehind.v1", topic = Topics.REVIEWS)
public record ReadThroughFellBehind(int waiting, Instant oldestReceivedAt, Instant at) implements Review {}
