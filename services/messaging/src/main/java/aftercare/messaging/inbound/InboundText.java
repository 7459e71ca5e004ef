package aftercare.messaging.inbound;

import aftercare.messaging.consent.Keyword;
import org.jspecify.annotations.Nullable;

/**
 * A text as it reached us. Whatever is missing is missing: it is taken all the same.
 *
 * @param carrierKeyword what the carrier took it for, and has answered already
 */
record InboundText(
        Source source,
        @Nullable String carrierId,
        @Nullable String idempotencyToken,
        @Nullable String from,
        String body,
        int mediaCount,
        @Nullable Keyword carrierKeyword) {

    /** By which way it came. */
    enum Source {
        WEBHOOK,
        /** It was sent to the paging number. */
        HANDED_OVER,
        /** The carrier's list had it, and no webhook ever came. */
        LOSS_NET
    }

    @Override
    public String toString() {
        return "InboundText";
    }
}
