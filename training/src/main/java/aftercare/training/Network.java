package aftercare.training;

import aftercare.screening.model.Kind;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * The encoder (BERT: Devlin 2019) with a linear head on the mean of its last states, in numbers that can be trained. Arrays have the names
 * of the encoder's file; matrices those of their biases, ending in {@code weight}.
 */
final class Network {
    /** So many layers, counted from the top, are trained; those below stay as they are. */
    private static final int TRAINED = 3;

    static final int WIDTH = 384;
    private static final int HEADS = 12;
    private static final float NORM_EPSILON = 1e-12f;
    private static final float DROPPED = 0.1f;
    private static final float DROPPED_BEFORE_HEAD = 0.2f;
    private static final float HIDDEN = -1e4f;
    private static final String HEAD = "head.weight";
    private static final String HEAD_BIAS = "head.bias";
    private static final List<String> LINEAR = List.of(
            "attention.self.query",
            "attention.self.key",
            "attention.self.value",
            "attention.output.dense",
            "intermediate.dense",
            "output.dense");
    private static final List<String> NORMS = List.of("attention.output.LayerNorm", "output.LayerNorm");

    private final Map<String, NDArray> arrays = new LinkedHashMap<>();
    private final NDManager manager;
    private final int layers;
    private final int trainedFrom;

    Network(EncoderFile file, NDManager manager, long seed) {
        this.manager = manager;
        this.layers = file.pretrained().layers();
        this.trainedFrom = layers - TRAINED;
        for (var table : List.of("word", "position", "token_type")) {
            var name = "embeddings." + table + "_embeddings.weight";
            put(name, file.rounded(name), file.shape(name + "_quantized"));
        }
        putNorm(file, "embeddings.LayerNorm");
        for (int layer = 0; layer < layers; layer++) putLayer(file, "encoder.layer." + layer + ".");
        var random = new Random(seed);
        var head = new float[WIDTH * Kind.values().length];
        for (int i = 0; i < head.length; i++) head[i] = (float) (random.nextGaussian() * 0.05);
        put(HEAD, head, new long[] {WIDTH, Kind.values().length});
        put(HEAD_BIAS, new float[Kind.values().length], new long[] {Kind.values().length});
    }

    private void putLayer(EncoderFile file, String layer) {
        for (var place : LINEAR) {
            var bias = layer + place + ".bias";
            var matrix = file.matrixOf(bias);
            put(layer + place + ".weight", file.rounded(matrix), file.shape(matrix + "_quantized"));
            put(bias, file.floats(bias), file.shape(bias));
        }
        for (var norm : NORMS) putNorm(file, layer + norm);
    }

    private void putNorm(EncoderFile file, String norm) {
        for (var part : List.of(norm + ".weight", norm + ".bias")) put(part, file.floats(part), file.shape(part));
    }

    private void put(String name, float[] numbers, long[] shape) {
        arrays.put(name, manager.create(numbers, new Shape(shape)));
    }

    /** What training changes, by name. */
    Map<String, NDArray> trained() {
        var trained = new LinkedHashMap<String, NDArray>();
        arrays.forEach((name, array) -> {
            if (isTrained(name)) trained.put(name, array);
        });
        return trained;
    }

    private boolean isTrained(String name) {
        if (name.startsWith("head.")) return true;
        return name.startsWith("encoder.layer.") && Integer.parseInt(name.split("\\.", 4)[2]) >= trainedFrom;
    }

    /** What the layers that stay as they are make of texts; one array a text, {@link #WIDTH} numbers a token. */
    float[][] lower(List<long[]> tokens, List<long[]> types, NDManager in) {
        int longest = tokens.stream().mapToInt(text -> text.length).max().orElseThrow();
        int texts = tokens.size();
        var words = new long[texts * longest];
        var sides = new long[texts * longest];
        for (int text = 0; text < texts; text++) {
            System.arraycopy(tokens.get(text), 0, words, text * longest, tokens.get(text).length);
            System.arraycopy(types.get(text), 0, sides, text * longest, types.get(text).length);
        }
        var shape = new Shape(texts, longest, WIDTH);
        var states = array("embeddings.word_embeddings.weight")
                .get(in.create(words))
                .reshape(shape)
                .add(array("embeddings.token_type_embeddings.weight")
                        .get(in.create(sides))
                        .reshape(shape))
                .add(array("embeddings.position_embeddings.weight")
                        .get(new NDIndex("0:" + longest))
                        .expandDims(0));
        var masked = mask(tokens.stream().mapToInt(text -> text.length).toArray(), longest, in);
        var out = layers(norm(states, "embeddings.LayerNorm"), masked, 0, trainedFrom, false)
                .toFloatArray();
        var each = new float[texts][];
        for (int text = 0; text < texts; text++) {
            int from = text * longest * WIDTH;
            each[text] = Arrays.copyOfRange(out, from, from + tokens.get(text).length * WIDTH);
        }
        return each;
    }

    /** The head's scores for texts as {@link #lower} left them. */
    NDArray scores(List<float[]> lower, NDManager in, boolean training) {
        int texts = lower.size();
        int longest = lower.stream().mapToInt(text -> text.length / WIDTH).max().orElseThrow();
        var states = new float[texts * longest * WIDTH];
        for (int text = 0; text < texts; text++)
            System.arraycopy(lower.get(text), 0, states, text * longest * WIDTH, lower.get(text).length);
        var masked = mask(lower.stream().mapToInt(text -> text.length / WIDTH).toArray(), longest, in);
        var last = layers(in.create(states, new Shape(texts, longest, WIDTH)), masked, trainedFrom, layers, training);
        var there = masked.expandDims(2);
        var mean = last.mul(there).sum(new int[] {1}).div(there.sum(new int[] {1}));
        return dropped(mean, DROPPED_BEFORE_HEAD, training).matMul(array(HEAD)).add(array(HEAD_BIAS));
    }

    private static NDArray mask(int[] lengths, int longest, NDManager in) {
        var mask = new float[lengths.length * longest];
        for (int text = 0; text < lengths.length; text++)
            Arrays.fill(mask, text * longest, text * longest + lengths[text], 1f);
        return in.create(mask, new Shape(lengths.length, longest));
    }

    private NDArray layers(NDArray states, NDArray mask, int from, int to, boolean training) {
        long texts = mask.getShape().get(0);
        long longest = mask.getShape().get(1);
        var hidden = mask.sub(1).mul(-HIDDEN).reshape(texts, 1, 1, longest);
        var now = states;
        for (int layer = from; layer < to; layer++) now = layer("encoder.layer." + layer + ".", now, hidden, training);
        return now;
    }

    private NDArray layer(String layer, NDArray states, NDArray hidden, boolean training) {
        var shape = states.getShape();
        long each = WIDTH / HEADS;
        var split = new Shape(shape.get(0), shape.get(1), HEADS, each);
        var query =
                linear(states, layer + "attention.self.query").reshape(split).transpose(0, 2, 1, 3);
        var key = linear(states, layer + "attention.self.key").reshape(split).transpose(0, 2, 3, 1);
        var value =
                linear(states, layer + "attention.self.value").reshape(split).transpose(0, 2, 1, 3);
        var attention =
                query.matMul(key).div(Math.sqrt((double) each)).add(hidden).softmax(-1);
        var seen = dropped(attention, DROPPED, training)
                .matMul(value)
                .transpose(0, 2, 1, 3)
                .reshape(shape);
        var attended = norm(
                states.add(dropped(linear(seen, layer + "attention.output.dense"), DROPPED, training)),
                layer + "attention.output.LayerNorm");
        var wide = Activation.gelu(linear(attended, layer + "intermediate.dense"));
        return norm(
                attended.add(dropped(linear(wide, layer + "output.dense"), DROPPED, training)),
                layer + "output.LayerNorm");
    }

    private NDArray linear(NDArray states, String place) {
        return states.matMul(array(place + ".weight")).add(array(place + ".bias"));
    }

    private NDArray norm(NDArray states, String place) {
        return states.getNDArrayInternal()
                .layerNorm(states, new Shape(WIDTH), array(place + ".weight"), array(place + ".bias"), NORM_EPSILON)
                .get(0);
    }

    private static NDArray dropped(NDArray states, float share, boolean training) {
        if (!training) return states;
        var kept = states.getManager()
                .randomUniform(0, 1, states.getShape())
                .gte(share)
                .toType(DataType.FLOAT32, false);
        return states.mul(kept.div(1 - share));
    }

    private NDArray array(String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }
}
