package aftercare.simulator.hooks;

import java.time.Instant;
import java.util.UUID;

/**
 * A call that a webhook got.
 *
 * @param name the last part of its address
 * @param signature what the caller signed it with
 */
public record HookCall(UUID id, Instant at, Instant clinicAt, String name, String signature, String body) {
    /** Never the words (S9). */
    @Override
    public String toString() {
        return "HookCall " + id;
    }
}
