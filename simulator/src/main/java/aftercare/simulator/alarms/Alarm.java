package aftercare.simulator.alarms;

import java.time.Instant;
import java.util.UUID;

/**
 * Something the operator must know.
 *
 * @param at machine time
 * @param words as they were posted
 */
public record Alarm(UUID id, Instant at, Instant clinicAt, String words) {

    /** Never shows the words (S9). */
    @Override
    public String toString() {
        return "Alarm " + id;
    }
}
