package aftercare.training;

import aftercare.screening.model.Kind;
import aftercare.screening.model.Ngrams;
import aftercare.screening.model.Tensors;
import aftercare.screening.model.WordModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Teaches the word model by AdaGrad (Duchi 2011), one text at a time. Of harmless texts it learns, as the network does, only that nobody is paged. */
final class WordTrainer {
    private static final int EPOCHS = 5;
    private static final float RATE = 0.1f;
    private static final float SMOOTHING = 0.05f;
    private static final float NEVER_CERTAIN = 1.0001f;
    private static final int KINDS = Kind.values().length;

    private final float[] weights = new float[Ngrams.BUCKETS * KINDS];
    private final float[] squares = new float[Ngrams.BUCKETS * KINDS];
    private final float[] bias = new float[KINDS];
    private final float[] biasSquares = new float[KINDS];
    private final byte[] rarity = new byte[Ngrams.BUCKETS];
    private final Random random;

    WordTrainer(long seed) {
        this.random = new Random(seed);
        Arrays.fill(squares, 1e-6f);
        Arrays.fill(biasSquares, 1e-6f);
    }

    void teach(List<Lesson> lessons) {
        var counted = new ArrayList<Counted>();
        for (var lesson : lessons) counted.add(new Counted(lesson, Ngrams.of(lesson.asked(), lesson.said())));
        weigh(counted);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(counted, random);
            for (var text : counted) learn(text, RATE * (EPOCHS - epoch) / EPOCHS);
        }
    }

    private void weigh(List<Counted> texts) {
        var having = new int[Ngrams.BUCKETS];
        for (var text : texts) for (int bucket : text.buckets()) having[bucket]++;
        for (int bucket = 0; bucket < having.length; bucket++)
            rarity[bucket] = WordModel.rarity(having[bucket], texts.size());
    }

    private void learn(Counted text, float rate) {
        var shares = WordModel.shares(text.buckets(), rarity);
        var wrong = wrong(text.lesson(), likelihoods(text.buckets(), shares));
        for (int k = 0; k < KINDS; k++) {
            for (int i = 0; i < shares.length; i++) {
                if (shares[i] == 0) continue;
                int at = text.buckets()[i] * KINDS + k;
                float slope = (float) (shares[i] * wrong[k]);
                squares[at] += slope * slope;
                weights[at] -= rate * slope / (float) Math.sqrt(squares[at]);
            }
            biasSquares[k] += (float) (wrong[k] * wrong[k]);
            bias[k] -= RATE * rate * (float) (wrong[k] / Math.sqrt(biasSquares[k]));
        }
    }

    private double[] likelihoods(int[] buckets, double[] shares) {
        var powers = new double[KINDS];
        double sum = 0;
        for (int k = 0; k < KINDS; k++) {
            double score = bias[k];
            for (int i = 0; i < shares.length; i++) score += shares[i] * weights[buckets[i] * KINDS + k];
            powers[k] = Math.exp(score);
            sum += powers[k];
        }
        for (int k = 0; k < KINDS; k++) powers[k] /= sum;
        return powers;
    }

    /** The slope of the loss with each score. */
    private static double[] wrong(Lesson lesson, double[] likelihoods) {
        var wrong = new double[KINDS];
        var kind = lesson.kind();
        double paged = likelihoods[Kind.CRISIS.column()] + likelihoods[Kind.NOW.column()];
        for (var each : Kind.values()) {
            int k = each.column();
            boolean pages = each == Kind.CRISIS || each == Kind.NOW;
            wrong[k] = lesson.weight()
                    * (kind == null
                            ? likelihoods[k] * ((pages ? 1 : 0) - paged) / (NEVER_CERTAIN - paged)
                            : likelihoods[k] - (each == kind ? 1 - SMOOTHING : 0) - SMOOTHING / KINDS);
        }
        return wrong;
    }

    void put(Tensors tensors) {
        WordModel.put(tensors, weights, bias, rarity);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Counted(Lesson lesson, int[] buckets) {}
}
