package aftercare.simulator.carrier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text as the carrier keeps it.
 *
 * @param seq orders the texts of a phone
 * @param line the clinic's number
 * @param sentAt machine time, as Twilio's dates
 * @param clinicAt what the clinic clock showed, for people to read
 */
public record Text(
        String sid,
        long seq,
        String phoneId,
        String phone,
        Direction direction,
        String line,
        String body,
        int mediaCount,
        int segments,
        @Nullable String callback,
        Status status,
        @Nullable Integer errorCode,
        int attempts,
        Instant createdAt,
        @Nullable Instant sentAt,
        Instant updatedAt,
        Instant clinicAt) {

    String from() {
        return direction == Direction.TO_PHONE ? line : phone;
    }

    String to() {
        return direction == Direction.TO_PHONE ? phone : line;
    }

    /** Whether the phone's owner has it before their eyes. */
    public boolean onPhone() {
        return direction == Direction.FROM_PHONE || status != Status.UNDELIVERED;
    }

    /** Never shows words or numbers (S9). */
    @Override
    public String toString() {
        return "Text " + sid;
    }
}
