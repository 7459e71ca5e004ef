package aftercare.screening.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/** Looks for a text that the engine chokes on: with JAZZER_FUZZ=1 it searches, without it replays what was found. */
class EngineFuzzTest {
    private static final Duration LIMIT = Duration.ofMillis(250);
    private static final boolean SEARCHING = System.getenv("JAZZER_FUZZ") != null;
    private static final Engine ENGINE = Engine.shipped();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The first text pays for loading. */
    @BeforeAll
    static void warm() {
        ENGINE.screen(Replies.reply("Good morning, can I move my visit?").build());
    }

    @FuzzTest(maxDuration = "3m")
    void every_text_gets_a_verdict_in_time(FuzzedDataProvider data) {
        var asked = data.consumeBoolean() ? data.consumeString(200) : "";
        var earlier = data.consumeBoolean() ? data.consumeString(400) : "";
        var text = data.consumeRemainingAsString();
        var reply = new Reply(
                text,
                0,
                List.of(
                        new Reply.Earlier(Reply.Side.CLINIC, asked, 600),
                        new Reply.Earlier(Reply.Side.PATIENT, earlier, 30)),
                null,
                true,
                false,
                null);

        long start = THREADS.getCurrentThreadCpuTime();
        var verdict = ENGINE.screen(reply);
        var took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);

        assertThat(verdict.reasons()).isNotEmpty();
        // Only the search measures, and only this thread's work, which is the rules': a machine that is busy is no
        // finding.
        if (SEARCHING) assertThat(took).isLessThan(LIMIT);
    }
}
