package aftercare.messaging.sending;

import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;

/** One carrier call that is committed as begun. The token is in its status callback and nowhere else. */
record Attempt(MessageId messageId, LineId lineId, String to, String text, String token) {
    @Override
    public String toString() {
        return "Attempt[" + messageId + "]";
    }
}
