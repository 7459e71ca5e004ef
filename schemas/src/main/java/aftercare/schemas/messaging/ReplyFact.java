package aftercare.schemas.messaging;

import aftercare.schemas.Event;
import aftercare.schemas.ReplyId;

/** What is on {@code messaging.replies} and {@code messaging.rescreens}. */
public sealed interface ReplyFact extends Event permits ReplyReceived {
    ReplyId replyId();
}
