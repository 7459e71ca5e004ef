package aftercare.screening.engine;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A screener that always answers: an error or a run over the time limit is a concern for a human now (S4). */
public record TimeLimited(Screener screener, Duration limit) implements Screener {

    @Override
    public Verdict screen(Reply reply) {
        var task = new FutureTask<>(() -> screener.screen(reply));
        var runner = Thread.ofPlatform().daemon().name("screening").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            runner.interrupt();
            return Verdict.undecided("engine-timeout", "Screening took too long; nothing is known about this reply");
        } catch (ExecutionException failed) {
            return Verdict.undecided("engine-error", "Screening failed; nothing is known about this reply");
        } catch (InterruptedException stopped) {
            runner.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while screening", stopped);
        }
    }

    @Override
    public Version version() {
        return screener.version();
    }
}
