package aftercare.platform.clock;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what a person must see at once: playing clinic time pauses when the count rises. */
public final class Attention {
    private final AtomicLong calls = new AtomicLong();

    public void call() {
        calls.incrementAndGet();
    }

    public long calls() {
        return calls.get();
    }
}
