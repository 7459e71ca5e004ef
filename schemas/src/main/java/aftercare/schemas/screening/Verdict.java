package aftercare.schemas.screening;

import aftercare.schemas.Event;
import aftercare.schemas.ReplyId;

/** What is on {@code screening.verdicts}. */
public sealed interface Verdict extends Event permits ReplyScreened {
    ReplyId replyId();
}
