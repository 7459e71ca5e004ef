package aftercare.messaging.threads;

import aftercare.schemas.messaging.Sender;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One text as staff read it.
 *
 * @param level of a reply: CRISIS, CONCERN, ROUTINE, UNSCREENED, or none yet
 * @param crossed this text of ours was on its way when the patient's CRISIS came in; it could not be called back
 * @param author who of staff typed it
 */
record ThreadEntry(
        UUID id,
        Sender from,
        String text,
        Instant at,
        String status,
        @Nullable String level,
        @Nullable String touchpoint,
        boolean crossed,
        @Nullable String author) {
    @Override
    public String toString() {
        return "ThreadEntry[" + id + "]";
    }
}
