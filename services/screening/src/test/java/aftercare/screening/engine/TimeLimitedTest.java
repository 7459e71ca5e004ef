package aftercare.screening.engine;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimeLimitedTest {
    private static final Reply REPLY = Replies.reply("Thanks!").build();

    @Test
    void an_error_in_the_engine_is_for_a_human_now() {
        assertHumanNow(new TimeLimited(failing(), Duration.ofSeconds(2)).screen(REPLY));
    }

    @Test
    void an_engine_that_hangs_is_for_a_human_now() {
        assertHumanNow(new TimeLimited(hanging(), Duration.ofMillis(50)).screen(REPLY));
    }

    @Test
    void an_engine_in_time_is_heard() {
        assertThat(new TimeLimited(Engine.shipped(), Duration.ofSeconds(30))
                        .screen(REPLY)
                        .level())
                .isEqualTo(Level.ROUTINE);
    }

    private static void assertHumanNow(Verdict verdict) {
        assertThat(verdict.level()).isEqualTo(Level.CONCERN);
        assertThat(verdict.urgency()).isEqualTo(Urgency.NOW);
        assertThat(verdict.reasons()).isNotEmpty();
    }

    private static Screener failing() {
        return screener(() -> {
            throw new StackOverflowError();
        });
    }

    private static Screener hanging() {
        return screener(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Screener screener(Runnable work) {
        return new Screener() {
            @Override
            public Verdict screen(Reply reply) {
                work.run();
                throw new IllegalStateException("never reached in time");
            }

            @Override
            public Version version() {
                return new Version("test", "test", null);
            }
        };
    }
}
