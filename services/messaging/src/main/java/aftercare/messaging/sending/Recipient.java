package aftercare.messaging.sending;

import aftercare.messaging.consent.Consent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whom a text would reach.
 *
 * @param known whether a chart has come
 * @param reachable whether there is a number
 * @param refused whether the carrier said that texts can't reach the number
 * @param confirmed whether the opt-in text went to this patient on this number
 * @param cancelledAt what was asked for until then, staff cancelled
 */
record Recipient(
        boolean known,
        boolean deceased,
        boolean reachable,
        boolean refused,
        Consent consent,
        boolean confirmed,
        @Nullable Instant cancelledAt) {}
