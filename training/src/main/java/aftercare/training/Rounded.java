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
                putMatrix(tensors, matrix, numbers, file.shape(matrix + "_quantized"));
            } else {
                tensors.put(name, Tensors.Tensor.of(numbers, numbers.length));
            }
        });
        return tensors;
    }

    private static void putMatrix(Tensors tensors, String name, float[] numbers, long[] shape) {
        int columns = (int) shape[1];
        var scales = new float[columns];
        for (int i = 0; i < numbers.length; i++)
            scales[i % columns] = Math.max(scales[i % columns], Math.abs(numbers[i]) / LARGEST);
        var bytes = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++)
            bytes[i] = (byte) Math.round(numbers[i] / Math.max(scales[i % columns], Float.MIN_NORMAL));
        tensors.put(name + "_quantized", new Tensors.Tensor(false, shape, bytes));
        tensors.put(name + "_scale", Tensors.Tensor.of(scales, columns));
    }
}
