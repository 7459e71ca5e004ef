package aftercare.schemas.messaging;

import aftercare.schemas.Sealed;
import java.time.Instant;

/** An earlier text of the thread; {@code text} is sealed with field {@code thread/<index>}. */
public record ThreadText(Sender from, Sealed text, Instant at) {}
