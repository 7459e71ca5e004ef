package aftercare.simulator.mail;

import java.time.Instant;
import java.util.UUID;

/** An e-mail. {@code clinicAt}: what the clinic clock showed when it came. */
public record Mail(UUID id, Instant at, Instant clinicAt, String from, String to, String subject, String body) {
    /** Never words or addresses (S9). */
    @Override
    public String toString() {
        return "Mail " + id;
    }
}
