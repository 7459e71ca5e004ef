package aftercare.platform.clock;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Follows a demo's clock. Nothing that waits for a due time starts before the lead is known, or a restarted service would live in the
 * past; afterwards the demo pushes each move and this look every two seconds only recovers a push that was lost.
 */
final class ClockFollower implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ClockFollower.class);
    private static final Duration RECOVERY = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofMillis(250);
    private static final int RETRIES_A_WARNING = 40;

    private final URI clock;
    private final RestClient client;
    private final ClinicTime time;
    private volatile @Nullable Thread thread;

    ClockFollower(URI clock, RestClient client, ClinicTime time) {
        this.clock = clock;
        this.client = client;
        this.time = time;
    }

    @Override
    public void start() {
        try {
            awaitLead();
            var follower = Thread.ofVirtual().name("clock-follower").unstarted(this::follow);
            thread = follower; // before it starts, since it follows only while it is the one
            follower.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the demo's clock", e);
        }
    }

    @Override
    public void stop() {
        var following = thread;
        thread = null;
        if (following != null) {
            following.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before everything else. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private void awaitLead() throws InterruptedException {
        for (var tries = 1; !took(); tries++) {
            if (tries % RETRIES_A_WARNING == 0) {
                log.atWarn().addKeyValue("url", clock).log("Waiting for the demo's clock");
            }
            Thread.sleep(RETRY);
        }
    }

    private void follow() {
        try {
            while (thread == Thread.currentThread()) {
                Thread.sleep(RECOVERY);
                took();
            }
        } catch (InterruptedException e) {
            log.debug("No longer following the demo's clock");
        }
    }

    private boolean took() {
        try {
            var answer = client.get().uri(clock).retrieve().body(Answer.class);
            if (answer == null) {
                return false;
            }
            time.leadBy(answer.lead());
            return true;
        } catch (RestClientException e) {
            return false;
        }
    }

    private record Answer(Instant now, Duration lead) {}
}
