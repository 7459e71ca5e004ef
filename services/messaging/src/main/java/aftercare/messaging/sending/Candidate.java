package aftercare.messaging.sending;

import aftercare.messaging.gate.ReplyStanding;
import aftercare.messaging.requests.MessageKind;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text somebody wants sent.
 *
 * @param answered how the reply stands that this text answers; absent when it answers none
 */
record Candidate(
        MessageKind kind,
        Purpose purpose,
        Window window,
        Instant requestedAt,
        boolean answersReply,
        @Nullable ReplyStanding answered) {}
