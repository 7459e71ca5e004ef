package aftercare.platform.clock;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the events a service published and consumed: while the count rises, the chain is not quiet. */
public final class Activity {
    private final AtomicLong total = new AtomicLong();

    public void tick() {
        total.incrementAndGet();
    }

    public long total() {
        return total.get();
    }
}
