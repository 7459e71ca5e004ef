package aftercare.messaging.readthrough;

import aftercare.schemas.LineId;
import aftercare.schemas.ReplyId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reply as a reader sees it: without a name, so that it is read for what it says.
 *
 * @param text absent when no key of ours opens it
 * @param asked the clinic's open question, or else its last text before
 * @param ending how it ended as ROUTINE
 * @param reasons why, in words
 */
record Entry(
        ReplyId replyId,
        LineId lineId,
        @Nullable String text,
        int mediaCount,
        Instant receivedAt,
        @Nullable String asked,
        @Nullable Instant askedAt,
        @Nullable String ending,
        List<String> reasons) {
    /** Never the words (S9). */
    @Override
    public String toString() {
        return "Entry[" + replyId + "]";
    }
}
