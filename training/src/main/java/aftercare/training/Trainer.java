package aftercare.training;

import aftercare.screening.model.Kind;
import ai.djl.engine.Engine;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.AdamW;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/** Fine-tunes the network by AdamW with warm-up and linear decay. */
final class Trainer {
    static final int EPOCHS = 3;
    private static final int BATCH = 32;
    private static final int REPORTED = 50;
    /** So many batches are sorted by length together, which leaves little to pad. */
    private static final int SORTED_TOGETHER = 20;

    private static final float RATE = 1e-4f;
    private static final float HEAD_RATE = 2e-3f;
    private static final float DECAY = 0.01f;
    private static final double WARM_UP = 0.06;
    private static final float SMOOTHING = 0.05f;
    private static final float LONGEST_STEP = 1f;
    private static final int KINDS = Kind.values().length;

    private final Network network;
    private final NDManager manager;
    private final Random random;
    private final Consumer<String> progress;

    Trainer(Network network, NDManager manager, long seed, Consumer<String> progress) {
        this.network = network;
        this.manager = manager;
        this.random = new Random(seed);
        this.progress = progress;
    }

    void teach(List<Lesson> lessons, HuggingFaceTokenizer tokenizer) {
        var ready = lower(lessons, tokenizer);
        int steps = EPOCHS * ((lessons.size() + BATCH - 1) / BATCH);
        var upper = optimizer(RATE, steps);
        var head = optimizer(HEAD_RATE, steps);
        var trained = network.trained();
        trained.values().forEach(array -> array.setRequiresGradient(true));
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            double loss = 0;
            var batches = batches(ready);
            int done = 0;
            for (var batch : batches) {
                float cost = backward(batch);
                float shrunk = shrink(trained.values(), cost);
                loss += Float.isFinite(cost) ? cost : 0;
                if (++done % REPORTED == 0)
                    progress.accept(String.format(
                            Locale.ROOT, "  %d of %d batches: loss %.4f", done, batches.size(), loss / done));
                trained.forEach((name, array) -> step(name.startsWith("head.") ? head : upper, name, array, shrunk));
            }
            progress.accept(
                    String.format(Locale.ROOT, "epoch %d of %d: loss %.4f", epoch, EPOCHS, loss / batches.size()));
        }
        trained.values().forEach(array -> array.setRequiresGradient(false));
    }

    /** What the gradient is to be multiplied by so that its norm stays within {@link #LONGEST_STEP}; 0 where it is no number. */
    private float shrink(Collection<NDArray> trained, float cost) {
        double squares = 0;
        try (var scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            for (var array : trained)
                squares += array.getGradient().square().sum().getFloat();
        }
        if (Double.isFinite(squares) && Float.isFinite(cost))
            return (float) Math.min(1, LONGEST_STEP / (Math.sqrt(squares) + 1e-6));
        progress.accept("  a batch without a finite " + (Float.isFinite(cost) ? "gradient" : "loss") + " is left out");
        return 0;
    }

    /** A gradient adds up until it is taken away. */
    private static void step(Optimizer optimizer, String name, NDArray array, float shrunk) {
        try (var gradient = array.getGradient()) {
            if (shrunk > 0) {
                gradient.muli(shrunk);
                optimizer.update(name, array, gradient);
                gradient.subi(gradient);
            } else {
                gradient.set(new float[(int) gradient.size()]);
            }
        }
    }

    private static Optimizer optimizer(float rate, int steps) {
        Tracker tracker = step -> {
            double warm = WARM_UP * steps;
            return (float) (rate * (step < warm ? step / warm : Math.max(0, (steps - step) / (steps - warm))));
        };
        return AdamW.builder()
                .optLearningRateTracker(tracker)
                .optWeightDecays(DECAY)
                .optBeta2(0.98f)
                .build();
    }

    private List<Ready> lower(List<Lesson> lessons, HuggingFaceTokenizer tokenizer) {
        var byLength = new ArrayList<>(
                lessons.stream().map(lesson -> lesson.cut(tokenizer)).toList());
        byLength.sort(Comparator.comparingInt(text -> text.tokens().length));
        var ready = new ArrayList<Ready>();
        for (int from = 0; from < byLength.size(); from += 2 * BATCH) {
            var batch = byLength.subList(from, Math.min(byLength.size(), from + 2 * BATCH));
            try (var scope = new NDScope();
                    var here = manager.newSubManager()) {
                var states = network.lower(
                        batch.stream().map(Lesson.Cut::tokens).toList(),
                        batch.stream().map(Lesson.Cut::types).toList(),
                        here);
                for (int i = 0; i < states.length; i++)
                    ready.add(new Ready(batch.get(i).lesson(), states[i]));
                scope.suppressNotUsedWarning();
            }
        }
        progress.accept("lower layers read " + ready.size() + " texts");
        return ready;
    }

    private List<List<Ready>> batches(List<Ready> ready) {
        Collections.shuffle(ready, random);
        var batches = new ArrayList<List<Ready>>();
        for (int from = 0; from < ready.size(); from += BATCH * SORTED_TOGETHER) {
            var together = new ArrayList<>(ready.subList(from, Math.min(ready.size(), from + BATCH * SORTED_TOGETHER)));
            together.sort(Comparator.comparingInt(text -> text.lower().length));
            for (int i = 0; i < together.size(); i += BATCH)
                batches.add(together.subList(i, Math.min(together.size(), i + BATCH)));
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private float backward(List<Ready> batch) {
        try (var scope = new NDScope();
                var here = manager.newSubManager();
                var gradients = Engine.getInstance().newGradientCollector()) {
            scope.suppressNotUsedWarning();
            var loss = loss(batch, here);
            gradients.backward(loss);
            return loss.getFloat();
        }
    }

    /** Cross-entropy with smoothed labels; for a text that is merely harmless, the likelihood that somebody is paged for it. */
    private NDArray loss(List<Ready> batch, NDManager here) {
        var scores = network.scores(batch.stream().map(Ready::lower).toList(), here, true);
        var known = new float[batch.size() * KINDS];
        var harmless = new float[batch.size()];
        for (int i = 0; i < batch.size(); i++) {
            var lesson = batch.get(i).lesson();
            var kind = lesson.kind();
            if (kind == null) {
                harmless[i] = lesson.weight();
                continue;
            }
            for (int k = 0; k < KINDS; k++)
                known[i * KINDS + k] = lesson.weight() * ((k == kind.column() ? 1 - SMOOTHING : 0) + SMOOTHING / KINDS);
        }
        var pages = new float[KINDS];
        pages[Kind.CRISIS.column()] = 1;
        pages[Kind.NOW.column()] = 1;
        var log = scores.logSoftmax(-1);
        var wrong = log.mul(here.create(known, new Shape(batch.size(), KINDS)))
                .sum()
                .neg();
        var calm = log.exp()
                .mul(here.create(pages))
                .sum(new int[] {1})
                .neg()
                .add(1.0001f)
                .log();
        return wrong.add(calm.mul(here.create(harmless)).sum().neg()).div(batch.size());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Ready(Lesson lesson, float[] lower) {}
}
