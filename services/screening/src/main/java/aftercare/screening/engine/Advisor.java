package aftercare.screening.engine;

import aftercare.screening.model.Classifier;
import aftercare.screening.model.TextModel;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the model and always comes back: whatever happens to the model, the rules go on without it. */
public final class Advisor {
    private final @Nullable Classifier model;
    private final Duration limit;
    /** Kept from reply to reply, since a new one costs a tenth as much as the model; one that hangs is not waited for. */
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("screening-model-", 0).factory());

    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

    private Advisor(@Nullable Classifier model, Duration limit, @Nullable String trouble) {
        this.model = model;
        this.limit = limit;
        this.trouble.set(trouble);
    }

    /** With the model that is shipped; without one, and saying so, where it does not load. */
    public static Advisor shipped(Duration limit) {
        try {
            return new Advisor(TextModel.shipped(), limit, null);
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError broken) {
            return new Advisor(
                    null, limit, "the model does not load: " + broken.getClass().getSimpleName());
        }
    }

    public static Advisor with(Classifier model, Duration limit) {
        return new Advisor(model, limit, null);
    }

    /** Rules and nothing else. */
    public static Advisor none() {
        return new Advisor(null, Duration.ZERO, "the model is switched off");
    }

    /**
     * What the operator must know: why the model says nothing. Empty while it works. Asked again before it is told, so that one late answer
     * on a quiet night is no alarm.
     */
    public Optional<String> trouble() {
        if (trouble.get() != null) ask("", "Good morning", false);
        return Optional.ofNullable(trouble.get());
    }

    /** Null where there is no model. */
    @Nullable
    String version() {
        return model == null ? null : model.version();
    }

    Advice ask(String asked, String said, boolean inSpanish) {
        var asking = model;
        if (asking == null) return new Advice.Silent();
        return inTime(() -> new Advice.Read(asking.read(asked, said, inSpanish)));
    }

    private Advice inTime(Supplier<Advice> question) {
        try {
            return answered(threads.submit(question::get));
        } catch (OutOfMemoryError noThread) {
            return silent("there is no memory to ask the model");
        }
    }

    private Advice answered(Future<Advice> task) {
        try {
            var advice = task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            trouble.set(null);
            return advice;
        } catch (TimeoutException late) {
            task.cancel(true);
            return silent("the model is too slow");
        } catch (ExecutionException failed) {
            return silent(
                    "the model fails: " + String.valueOf(failed.getCause()).split("[:\\s]", 2)[0]);
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while screening", stopped);
        }
    }

    private Advice silent(String why) {
        trouble.set(why);
        return new Advice.Silent();
    }
}
