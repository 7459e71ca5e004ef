package aftercare.platform.duework;

import static aftercare.platform.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.SetClock;
import aftercare.platform.clock.MachineClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DueWorkTest {
    private static final Duration NEVER = Duration.ofHours(1);

    private final AtomicInteger runs = new AtomicInteger();
    private final List<DueWork> started = new CopyOnWriteArrayList<>();

    private DueWork start(DueWork work) {
        started.add(work);
        work.start();
        return work;
    }

    @AfterEach
    void stop() {
        started.forEach(DueWork::stop);
    }

    @RepeatedTest(50)
    void it_looks_as_soon_as_it_is_started() {
        start(new DueWork("test", NEVER, () -> runs.incrementAndGet() < 3 ? 1 : 0));

        await().pollInterval(Duration.ofMillis(1))
                .untilAsserted(() -> assertThat(runs).hasValue(3));
    }

    @Test
    void a_wake_up_does_not_wait_for_the_poll() {
        var work = start(new DueWork("test", NEVER, () -> runs.incrementAndGet() * 0));
        await().untilAsserted(() -> assertThat(runs).hasValue(1));

        work.wake();
        await().untilAsserted(() -> assertThat(runs).hasValue(2));
    }

    @Test
    void work_that_fails_or_breaks_is_tried_again_and_alarms_when_it_goes_on() {
        var alarms = new CopyOnWriteArrayList<String>();
        var clock = new SetClock(NOON);
        var work = new DueWork("test", Duration.ofMillis(10), () -> {
            clock.pass(Duration.ofSeconds(10));
            if (runs.incrementAndGet() % 2 == 0) {
                throw new StackOverflowError("told to break");
            }
            throw new IllegalStateException("told to fail");
        });
        work.alarm((kind, about) -> alarms.add(kind + " " + about), new MachineClock(clock));

        start(work);
        await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(6));
        assertThat(alarms).containsExactly("due-work-failing test");
    }
}
