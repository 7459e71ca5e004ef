package aftercare.escalation.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatrolTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    @Test
    void every_patrol_that_is_started_makes_its_rounds() throws InterruptedException {
        var patrols = 2_000;
        var walking = new CountDownLatch(patrols);
        IntStream.range(0, patrols).forEach(i -> startedOnce(i, walking));

        assertThat(walking.await(20, TimeUnit.SECONDS))
                .as("%s patrols never made a round", walking.getCount())
                .isTrue();
    }

    private static void startedOnce(int number, CountDownLatch walking) {
        var itself = new Patrol[1];
        itself[0] = new Patrol("p" + number, AT_ONCE, () -> {
            walking.countDown();
            itself[0].stop();
        });
        itself[0].start();
    }

    @Test
    void a_round_that_ends_in_an_error_is_not_the_last() {
        var rounds = new AtomicInteger();
        var patrol = new Patrol("tried", AT_ONCE, () -> {
            if (rounds.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("as after a bad upgrade");
            }
        });
        patrol.start();

        await().atMost(Duration.ofSeconds(10)).until(() -> rounds.get() > 1);
        patrol.stop();
    }
}
