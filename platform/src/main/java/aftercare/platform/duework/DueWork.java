package aftercare.platform.duework;

import aftercare.platform.clock.ClinicTimeMoved;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * Runs batches of due work until none is left, then waits for {@link #wake} or the next poll. A failed batch is logged and tried again at
 * the next poll: the rows are still due.
 */
public final class DueWork implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DueWork.class);

    /** Claims and handles what is due. */
    public interface Batch {
        /** Returns how many rows were handled; 0 when nothing is due. */
        int run() throws Exception;
    }

    private final String name;
    private final Duration poll;
    private final Batch batch;
    private final Semaphore wakes = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /**
     * @param poll machine time between looks when nobody wakes it
     */
    public DueWork(String name, Duration poll, Batch batch) {
        this.name = name;
        this.poll = poll;
        this.batch = batch;
    }

    /** There is, or may be, something due. */
    public void wake() {
        wakes.release();
    }

    /** What was not due a moment ago may be due now. */
    @EventListener
    void on(ClinicTimeMoved moved) {
        wake();
    }

    @Override
    public void start() {
        var worker = Thread.ofVirtual().name("due-" + name).unstarted(this::loop);
        thread = worker; // before it starts, since it works only while it is the one
        worker.start();
    }

    private void loop() {
        while (thread == Thread.currentThread()) {
            try {
                if (batch.run() == 0) {
                    rest();
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                log.atWarn()
                        .addKeyValue("work", name)
                        .addKeyValue("error", e.getClass().getName())
                        .log("Due work failed and will be tried again");
                restAfterFailure();
            }
        }
    }

    private void rest() throws InterruptedException {
        if (wakes.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
            wakes.drainPermits();
        }
    }

    private void restAfterFailure() {
        try {
            rest();
        } catch (InterruptedException e) {
            thread = null;
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        wakes.release();
        try {
            if (!running.join(Duration.ofSeconds(10))) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
