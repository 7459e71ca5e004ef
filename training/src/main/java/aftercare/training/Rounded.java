package aftercare.training;

import aftercare.screening.model.Tensors;
import java.util.Map;

/** What was learned, rounded as the encoder's file is: a matrix in bytes with one scale a column, everything else in numbers. */
final class Rounded {
    /** Of a byte's 127: without VNNI, sums of larger ones overflow in the runtime's integer arithmetic. */
    private static final int LARGEST = 64;

    private Rounded() {}

    /** @param learned by the names that {@link Network} gives */
    static Tensors of(Map<String, float[]> learned, EncoderFile file) {
        var tensors = new Tensors(file.pretrained());
        learned.forEach((name, numbers) -> {
            if (name.startsWith("encoder.") && name.endsWith(".weight") && !name.contains("LayerNorm")) {
                var matrix = file.matrixOf(name.substring(0, name.length() - ".weight".length()) + ".bias");
                tensors.putRounded(
                        matrix + "_quantized", matrix + "_scale", numbers, file.shape(matrix + "_quantized"), LARGEST);
            } else {
                tensors.put(name, Tensors.Tensor.of(numbers, numbers.length));
            }
        });
        return tensors;
    }
}
