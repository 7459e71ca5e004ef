package aftercare.screening.model;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sentence encoder with the weights that training changed put in their place. Safe to use from several threads. */
public final class Encoder implements AutoCloseable {
    /** Tokens; what comes after them is not read. */
    public static final int LONGEST = 128;

    private final OrtEnvironment onnx = OrtEnvironment.getEnvironment();
    private final List<OnnxTensor> ours = new ArrayList<>();
    private final HuggingFaceTokenizer tokenizer;
    private final OrtSession session;

    /** @param changed by the name they have in the encoder's own file */
    public Encoder(Pretrained pretrained, Map<String, Tensors.Tensor> changed) throws IOException, OrtException {
        this.tokenizer = tokenizer(pretrained, LONGEST);
        try (var options = new OrtSession.SessionOptions();
                var model = resource(pretrained.model())) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            for (var entry : changed.entrySet()) options.addInitializer(entry.getKey(), tensor(entry.getValue()));
            this.session = onnx.createSession(model.readAllBytes(), options);
        }
    }

    /** How an encoder cuts texts into tokens. */
    public static HuggingFaceTokenizer tokenizer(Pretrained pretrained, int longest) throws IOException {
        try (var json = resource(pretrained.tokenizer())) {
            return HuggingFaceTokenizer.newInstance(
                    json,
                    Map.of(
                            "padding",
                            "false",
                            "truncation",
                            "true",
                            "maxLength",
                            String.valueOf(longest),
                            "modelMaxLength",
                            "512"));
        }
    }

    /** An encoder's own file. */
    public static InputStream model(Pretrained pretrained) throws IOException {
        return resource(pretrained.model());
    }

    private static InputStream resource(String name) throws IOException {
        var stream = Encoder.class.getResourceAsStream(name);
        if (stream == null) throw new IOException("The encoder's file " + name + " is missing");
        return stream;
    }

    /** The mean of what the last layer makes of the tokens. */
    public float[] encode(String asked, String said) throws OrtException {
        var tokens = asked.isBlank() ? tokenizer.encode(said) : tokenizer.encode(asked, said);
        var inputs = new HashMap<String, OnnxTensor>();
        try {
            inputs.put("input_ids", row(tokens.getIds()));
            inputs.put("attention_mask", row(tokens.getAttentionMask()));
            inputs.put("token_type_ids", row(tokens.getTypeIds()));
            try (var outputs = session.run(inputs)) {
                return mean(((float[][][]) outputs.get(0).getValue())[0]);
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor row(long[] numbers) throws OrtException {
        return OnnxTensor.createTensor(onnx, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
    }

    private static float[] mean(float[][] states) {
        var mean = new float[states[0].length];
        for (var state : states) for (int i = 0; i < mean.length; i++) mean[i] += state[i];
        for (int i = 0; i < mean.length; i++) mean[i] /= states.length;
        return mean;
    }

    /** The runtime reads it where it lies for as long as the session lives. */
    private OnnxTensor tensor(Tensors.Tensor changed) throws OrtException {
        var buffer = ByteBuffer.allocateDirect(changed.bytes().length).order(ByteOrder.nativeOrder());
        buffer.put(changed.bytes()).flip();
        var tensor = changed.floats()
                ? OnnxTensor.createTensor(onnx, buffer.asFloatBuffer(), changed.shape())
                : OnnxTensor.createTensor(onnx, buffer, changed.shape(), OnnxJavaType.INT8);
        ours.add(tensor);
        return tensor;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException alreadyGone) {
            throw new IllegalStateException(alreadyGone);
        }
        ours.forEach(OnnxTensor::close);
        tokenizer.close();
    }
}
