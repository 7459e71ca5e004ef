package aftercare.screening.model;

import ai.onnxruntime.OrtException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The model as it is shipped: an encoder with a linear head, which knows English, a model of words beside it, and examples. */
public final class TextModel implements Classifier {
    /** Where training leaves what it learned, beside this class. */
    public static final String WEIGHTS = "weights.bin";

    public static final String EXAMPLES = "examples.tsv";
    static final String HEAD = "head.weight";
    static final String BIAS = "head.bias";
    static final String PLACES = "examples";

    private final Encoder encoder;
    private final float[] head;
    private final float[] bias;
    private final WordModel words;
    private final Examples examples;
    private final String version;

    private TextModel(Encoder encoder, float[] head, float[] bias, WordModel words, Examples examples, String version) {
        this.encoder = encoder;
        this.head = head;
        this.bias = bias;
        this.words = words;
        this.examples = examples;
        this.version = version;
    }

    /** The encoder as these weights make it. */
    public static Encoder encoder(Tensors tensors) throws IOException, OrtException {
        var encoders = new LinkedHashMap<>(tensors.all());
        encoders.keySet().removeAll(Set.of(HEAD, BIAS, PLACES));
        encoders.keySet().removeIf(WordModel::owns);
        return new Encoder(tensors.pretrained(), encoders);
    }

    /** Where a text lies in meaning, as examples are kept. */
    public static byte[] place(float[] encoded) {
        return Examples.rounded(encoded);
    }

    public static void putPlaces(Tensors tensors, byte[] places, int examples) {
        tensors.put(PLACES, new Tensors.Tensor(false, new long[] {examples, places.length / examples}, places));
    }

    /** @throws IOException when a part of the model is missing or broken */
    public static TextModel shipped() throws IOException {
        var weights = resource(WEIGHTS);
        var texts = resource(EXAMPLES);
        var tensors = Tensors.read(new DataInputStream(new ByteArrayInputStream(weights)));
        try {
            return new TextModel(
                    encoder(tensors),
                    tensors.get(HEAD).numbers(),
                    tensors.get(BIAS).numbers(),
                    WordModel.read(tensors),
                    new Examples(examples(texts), tensors.get(PLACES).bytes()),
                    digest(weights, texts));
        } catch (OrtException broken) {
            throw new IOException("The encoder does not start", broken);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = TextModel.class.getResourceAsStream("/aftercare/screening/model/" + name)) {
            if (stream == null) throw new IOException("The model's file " + name + " is missing");
            return stream.readAllBytes();
        }
    }

    private static List<Reading.Example> examples(byte[] lines) {
        return new String(lines, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", 2))
                .map(fields -> new Reading.Example(Kind.valueOf(fields[0]), fields[1]))
                .toList();
    }

    private static String digest(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) digest.update(part);
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    @Override
    public Reading read(String asked, String said, boolean inSpanish) {
        try {
            var place = encoder.encode(asked, said);
            var byWords = words.likelihoods(asked, said);
            return new Reading(
                    inSpanish ? byWords : Likelihoods.pooled(likelihoods(place), byWords),
                    kinds -> examples.nearest(place, kinds));
        } catch (OrtException failed) {
            throw new IllegalStateException("The encoder failed", failed);
        }
    }

    private Map<Kind, Double> likelihoods(float[] place) {
        var scores = new double[Kind.values().length];
        for (int k = 0; k < scores.length; k++) {
            scores[k] = bias[k];
            for (int i = 0; i < place.length; i++) scores[k] += place[i] * head[i * scores.length + k];
        }
        return Likelihoods.of(scores);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
