package aftercare.simulator.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a service says it still has to do. */
record Work(int pending, @Nullable Instant nextDueAt, long activity, long attention) {}
