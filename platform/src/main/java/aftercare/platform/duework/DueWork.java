package aftercare.platform.duework;

import aftercare.platform.clock.ClinicTimeMoved;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.faults.ChainAlarms;
import aftercare.platform.faults.Fault;
import aftercare.platform.faults.Trouble;
import java.time.Clock;
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
 * the next poll: the rows are still due. When it has failed for half a minute the alarm is raised.
 */
public final class DueWork implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DueWork.class);

    private static final Duration LONGEST_REST_AFTER_FAILURE = Duration.ofSeconds(1);

    /** Claims and handles what is due. */
    public interface Batch {
        /** Returns how many rows were handled; 0 when nothing is due. */
        int run() throws Exception;
    }

    private final String name;
    private final Duration poll;
    private final Batch batch;
    private final Semaphore wakes = new Semaphore(0);
    private volatile Clock clock = MachineClock.system();
    private volatile Trouble trouble = new Trouble("due-work-failing", (_, _) -> {});
    private volatile @Nullable Thread thread;

    /**
     * @param poll machine time between looks when nobody wakes it
     */
    public DueWork(String name, Duration poll, Batch batch) {
        this.name = name;
        this.poll = poll;
        this.batch = batch;
    }

    /** Who hears when this work keeps failing. */
    void alarm(ChainAlarms alarms, MachineClock machine) {
        clock = machine;
        trouble = new Trouble("due-work-failing", alarms);
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
                trouble.over();
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) { // an Error too: nobody else would go on with this work
                tell(e);
                restAfterFailure();
            }
        }
    }

    private void tell(Throwable thrown) {
        log.atWarn()
                .addKeyValue("work", name)
                .addKeyValue("fault", Fault.of(thrown))
                .log("Due work failed and will be tried again");
        trouble.failed(clock.instant(), name);
    }

    private void rest() throws InterruptedException {
        if (wakes.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
            wakes.drainPermits();
        }
    }

    /** No wake-up shortens it: what fails would fail again at once. */
    private void restAfterFailure() {
        try {
            Thread.sleep(poll.compareTo(LONGEST_REST_AFTER_FAILURE) < 0 ? poll : LONGEST_REST_AFTER_FAILURE);
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
