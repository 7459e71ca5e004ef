package aftercare.screening.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file of learned weights: named arrays, bytes or floats, little end first. */
public final class Tensors {
    private static final int MAGIC = 0x41465458;
    private final Pretrained pretrained;
    private final Map<String, Tensor> byName = new LinkedHashMap<>();

    /** @param pretrained the encoder that these weights belong to */
    public Tensors(Pretrained pretrained) {
        this.pretrained = pretrained;
    }

    /** @throws IOException when it is no such file, or a part of it is missing */
    public static Tensors read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) throw new IOException("Not a file of weights");
        var tensors = new Tensors(pretrained(in.readUTF()));
        for (int left = in.readInt(); left > 0; left--) {
            var name = in.readUTF();
            boolean floats = in.readBoolean();
            var shape = new long[in.readUnsignedByte()];
            for (int i = 0; i < shape.length; i++) shape[i] = in.readInt();
            var bytes = new byte[in.readInt()];
            in.readFully(bytes);
            tensors.put(name, new Tensor(floats, shape, bytes));
        }
        return tensors;
    }

    private static Pretrained pretrained(String name) throws IOException {
        try {
            return Pretrained.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new IOException(
                    "The weights belong to an encoder that this version does not know; train them again", unknown);
        }
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeUTF(pretrained.name());
        out.writeInt(byName.size());
        for (var entry : byName.entrySet()) {
            var tensor = entry.getValue();
            out.writeUTF(entry.getKey());
            out.writeBoolean(tensor.floats());
            out.writeByte(tensor.shape().length);
            for (long size : tensor.shape()) out.writeInt((int) size);
            out.writeInt(tensor.bytes().length);
            out.write(tensor.bytes());
        }
    }

    /**
     * Puts a matrix rounded to bytes, and for each of its columns the scale that makes numbers of them again.
     *
     * @param numbers row by row
     * @param largest what the largest number of a column becomes, at most 127
     */
    public void putRounded(String name, String scalesName, float[] numbers, long[] shape, int largest) {
        int columns = (int) shape[1];
        var scales = new float[columns];
        for (int i = 0; i < numbers.length; i++)
            scales[i % columns] = Math.max(scales[i % columns], Math.abs(numbers[i]) / largest);
        var bytes = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++)
            bytes[i] = (byte) Math.round(numbers[i] / Math.max(scales[i % columns], Float.MIN_NORMAL));
        put(name, new Tensor(false, shape, bytes));
        put(scalesName, Tensor.of(scales, columns));
    }

    public void put(String name, Tensor tensor) {
        byName.put(name, tensor);
    }

    Pretrained pretrained() {
        return pretrained;
    }

    Map<String, Tensor> all() {
        return byName;
    }

    /** @throws IOException when it is not there */
    Tensor get(String name) throws IOException {
        var tensor = byName.get(name);
        if (tensor == null) throw new IOException("The file of weights lacks " + name);
        return tensor;
    }

    /** @param floats whether four bytes are a number, or one */
    @SuppressWarnings("ArrayRecordComponent") // never compared; copying megabytes serves nobody
    public record Tensor(boolean floats, long[] shape, byte[] bytes) {

        public static Tensor of(float[] numbers, long... shape) {
            var bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(numbers);
            return new Tensor(true, shape, bytes.array());
        }

        float[] numbers() {
            var numbers = new float[bytes.length / Float.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(numbers);
            return numbers;
        }
    }
}
