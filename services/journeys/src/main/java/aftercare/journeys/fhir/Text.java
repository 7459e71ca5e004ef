package aftercare.journeys.fhir;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that went out, was to go out, or came in.
 *
 * @param words none of a picture
 * @param status how far it came, as messaging says
 * @param level of a reply, once it has one
 * @param reason why it was skipped
 * @param author the colleague who typed it
 * @param answersReplyId of the clinic's text: the reply it answers
 * @param shared of a reply: several patients have this number, and which of them wrote is not known
 * @param saysTouchpoint the planned touchpoint that it says
 * @param answersMessageId of a reply: the question that it answers
 */
public record Text(
        UUID id,
        boolean fromPatient,
        Instant at,
        @Nullable String words,
        String status,
        @Nullable String level,
        @Nullable String touchpoint,
        @Nullable String reason,
        @Nullable String author,
        @Nullable UUID answersReplyId,
        boolean shared,
        @Nullable UUID saysTouchpoint,
        @Nullable UUID answersMessageId) {
    private static final Set<String> CERTAINLY_UNSENT = Set.of("SKIPPED", "REFUSED");

    /** Whether it left the house, or may have. */
    boolean left() {
        return !CERTAINLY_UNSENT.contains(status);
    }

    @Nullable
    UUID inResponseTo() {
        return fromPatient ? answersMessageId : answersReplyId;
    }

    /** The id only (S9). */
    @Override
    public String toString() {
        return "Text[" + id + "]";
    }
}
