package aftercare.platform.clock;

import java.time.Instant;
import java.util.Optional;

/**
 * What a part of a service still has to do, so that playing clinic time can stop at each due instant and wait until the chain is quiet.
 * Every bean of this type is asked.
 */
public interface WorkSource {

    /** How many things are due or under way at {@code now}, clinic time. */
    int pending(Instant now);

    /** When the next thing after {@code now} falls due, clinic time. */
    Optional<Instant> nextDueAfter(Instant now);
}
