package aftercare.escalation.alarms;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Makes its rounds on a thread that nothing else uses. A round that fails is logged, and the next one is made all the same. */
public final class Patrol implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Patrol.class);

    private final String name;
    private final Duration every;
    private final Runnable round;
    private volatile @Nullable Thread thread;

    public Patrol(String name, Duration every, Runnable round) {
        this.name = name;
        this.every = every;
        this.round = round;
    }

    @Override
    public void start() {
        var walker = Thread.ofPlatform().daemon().name("patrol-" + name).unstarted(this::walk);
        thread = walker; // before it starts, since it walks only while it is the one
        walker.start();
    }

    private void walk() {
        while (thread == Thread.currentThread()) {
            try {
                Thread.sleep(every);
                round.run();
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) { // an Error too: nobody else would make these rounds
                log.atWarn()
                        .addKeyValue("patrol", name)
                        .addKeyValue("error", e.getClass().getName())
                        .log("A round failed");
            }
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
