package aftercare.screening.model;

import java.io.IOException;
import java.util.Map;

/** Logistic regression over {@link Ngrams}, each weighed by how rare it is. It knows every language it was taught in. */
public final class WordModel {
    /** A vector of length one is stretched by this, so that weights of ordinary size can be sure of something. */
    private static final double STRETCH = 6;

    private static final int KINDS = Kind.values().length;
    private static final double RARITY_STEP = 0.1;
    private static final String WEIGHTS = "words.weights";
    private static final String SCALES = "words.scales";
    private static final String BIAS = "words.bias";
    private static final String RARITY = "words.rarity";

    private final byte[] weights;
    private final float[] scales;
    private final float[] bias;
    private final byte[] rarity;

    private WordModel(byte[] weights, float[] scales, float[] bias, byte[] rarity) {
        this.weights = weights;
        this.scales = scales;
        this.bias = bias;
        this.rarity = rarity;
    }

    static WordModel read(Tensors tensors) throws IOException {
        return new WordModel(
                tensors.get(WEIGHTS).bytes(),
                tensors.get(SCALES).numbers(),
                tensors.get(BIAS).numbers(),
                tensors.get(RARITY).bytes());
    }

    /**
     * Rounds what was learned to bytes.
     *
     * @param weights of each bucket, all kinds of one after the other
     * @param rarity of each bucket as {@link #rarity} gives it
     */
    public static void put(Tensors tensors, float[] weights, float[] bias, byte[] rarity) {
        tensors.putRounded(WEIGHTS, SCALES, weights, new long[] {Ngrams.BUCKETS, KINDS}, Byte.MAX_VALUE);
        tensors.put(BIAS, Tensors.Tensor.of(bias, KINDS));
        tensors.put(RARITY, new Tensors.Tensor(false, new long[] {Ngrams.BUCKETS}, rarity));
    }

    static boolean owns(String tensor) {
        return tensor.startsWith("words.");
    }

    /** Inverse document frequency in bytes; 0, and so left out, for what only one text has. */
    public static byte rarity(int textsWithIt, int texts) {
        if (textsWithIt < 2) return 0;
        return (byte) Math.round((Math.log((texts + 1.0) / (textsWithIt + 1.0)) + 1) / RARITY_STEP);
    }

    /** What each bucket counts for in a text: {@link #STRETCH} long together. */
    public static double[] shares(int[] buckets, byte[] rarity) {
        var shares = new double[buckets.length];
        double squares = 0;
        for (int i = 0; i < buckets.length; i++) {
            shares[i] = rarity[buckets[i]];
            squares += shares[i] * shares[i];
        }
        double length = Math.max(Math.sqrt(squares), 1e-9);
        for (int i = 0; i < shares.length; i++) shares[i] *= STRETCH / length;
        return shares;
    }

    Map<Kind, Double> likelihoods(String asked, String said) {
        var buckets = Ngrams.of(asked, said);
        var shares = shares(buckets, rarity);
        var scores = new double[KINDS];
        for (int k = 0; k < KINDS; k++) {
            double sum = 0;
            for (int i = 0; i < buckets.length; i++) sum += shares[i] * weights[buckets[i] * KINDS + k];
            scores[k] = sum * scales[k] + bias[k];
        }
        return Likelihoods.of(scores);
    }
}
