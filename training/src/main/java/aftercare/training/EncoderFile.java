package aftercare.training;

import aftercare.screening.model.Encoder;
import aftercare.screening.model.Pretrained;
import ai.onnx.proto.OnnxMl;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The encoder as its artifact ships it, rounded to bytes: read as numbers again, and by what each array is for. */
final class EncoderFile {
    private static final Pattern LINEAR =
            Pattern.compile("/encoder/layer\\.(\\d+)/(.+)/MatMul_output_0_output_quantized");
    private final Map<String, OnnxMl.TensorProto> arrays = new HashMap<>();
    private final Map<String, String> matrices = new HashMap<>();

    private final Pretrained pretrained;

    private EncoderFile(Pretrained pretrained, OnnxMl.GraphProto graph) {
        this.pretrained = pretrained;
        graph.getInitializerList().forEach(array -> arrays.put(array.getName(), array));
        for (var node : graph.getNodeList()) {
            var output = LINEAR.matcher(node.getOutput(0));
            if (output.matches()) matrices.put(biasName(output.group(1), output.group(2)), matrix(node));
        }
    }

    static EncoderFile read(Pretrained pretrained) throws IOException {
        try (var file = Encoder.model(pretrained)) {
            return new EncoderFile(
                    pretrained, OnnxMl.ModelProto.parseFrom(file.readAllBytes()).getGraph());
        }
    }

    private static String biasName(String layer, String place) {
        return "encoder.layer." + layer + "." + place.replace('/', '.') + ".bias";
    }

    private static String matrix(OnnxMl.NodeProto node) {
        return node.getInputList().stream()
                .filter(input -> input.startsWith("onnx::MatMul") && input.endsWith("_quantized"))
                .map(input -> input.substring(0, input.length() - "_quantized".length()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No weights at " + node.getName()));
    }

    /** The name in the file of the matrix whose bias has this name. */
    String matrixOf(String bias) {
        return Objects.requireNonNull(matrices.get(bias), bias);
    }

    Pretrained pretrained() {
        return pretrained;
    }

    long[] shape(String name) {
        return array(name).getDimsList().stream().mapToLong(Long::longValue).toArray();
    }

    float[] floats(String name) {
        var array = array(name);
        var numbers = new float
                [(int) array.getDimsList().stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b)];
        if (array.getRawData().isEmpty()) {
            for (int i = 0; i < numbers.length; i++) numbers[i] = array.getFloatData(i);
        } else {
            array.getRawData()
                    .asReadOnlyByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(numbers);
        }
        return numbers;
    }

    /** Bytes times scale, for what is kept as {@code <name>_quantized}; one scale for all, or one a column. */
    float[] rounded(String name) {
        var bytes = array(name + "_quantized").getRawData().toByteArray();
        boolean signed = array(name + "_quantized").getDataType() == OnnxMl.TensorProto.DataType.INT8_VALUE;
        var scales = floats(name + "_scale");
        int zero = signed ? 0 : zeroPoint(name);
        var numbers = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++)
            numbers[i] = ((signed ? bytes[i] : bytes[i] & 0xFF) - zero) * scales[i % scales.length];
        return numbers;
    }

    private int zeroPoint(String name) {
        var zero = array(name + "_zero_point");
        return zero.getRawData().isEmpty()
                ? zero.getInt32Data(0)
                : zero.getRawData().byteAt(0) & 0xFF;
    }

    private OnnxMl.TensorProto array(String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }
}
