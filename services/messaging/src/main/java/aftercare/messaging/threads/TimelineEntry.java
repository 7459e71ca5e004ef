package aftercare.messaging.threads;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened with a patient.
 *
 * @param kind TEXT or CONSENT
 * @param from of a text: PATIENT or CLINIC
 * @param status of a text: how far it came; of a consent entry: GRANT, REVOKE or OFFER_IGNORED
 * @param reason why a text was skipped, or by which way consent came
 * @param answersReplyId of the clinic's text: the reply it answers
 * @param shared of a reply: several patients have the number, and any of them may have written it
 */
record TimelineEntry(
        UUID id,
        String kind,
        Instant at,
        @Nullable String from,
        @Nullable String text,
        String status,
        @Nullable String level,
        @Nullable String touchpoint,
        @Nullable String reason,
        @Nullable String who,
        @Nullable UUID answersReplyId,
        boolean shared) {
    @Override
    public String toString() {
        return "TimelineEntry[" + id + "]";
    }
}
