package org.jointattention.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a safetensors file: little-endian float32, copied in bulk, chunk by chunk. */
final class SafetensorsData {
    /** Values copied at a time. */
    private static final int CHUNK = 1 << 16;

    private SafetensorsData() {}

    static void write(float[] values, OutputStream out) throws IOException {
        ByteBuffer bytes = buffer(values.length);
        FloatBuffer floats = bytes.asFloatBuffer();
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            floats.rewind();
            floats.put(values, from, count);
            out.write(bytes.array(), 0, count * Float.BYTES);
        }
    }

    /** Reads the values in the order of the data; the arrays are given back in the order of the header. */
    static Map<String, WeightArray> read(InputStream in, List<SafetensorsTensor> tensors) throws IOException {
        Map<String, WeightArray> arrays = new LinkedHashMap<>();
        tensors.forEach(tensor -> arrays.put(tensor.name(), null));
        for (SafetensorsTensor tensor : SafetensorsHeaderParser.inDataOrder(tensors)) {
            float[] values = values(in, tensor);
            checkFinite(tensor.name(), values);
            arrays.put(tensor.name(), new WeightArray(tensor.shape(), values));
        }
        return arrays;
    }

    /** Grows the array as bytes arrive: a header may declare more than the file has. */
    private static float[] values(InputStream in, SafetensorsTensor tensor) throws IOException {
        int length = tensor.length();
        ByteBuffer bytes = buffer(length);
        float[] values = new float[Math.min(length, CHUNK)];
        for (int from = 0; from < length; ) {
            int count = Math.min(CHUNK, length - from);
            int read = in.readNBytes(bytes.array(), 0, count * Float.BYTES);
            if (read < count * Float.BYTES) {
                throw new ModelException("The file ends within the weight '" + Checks.quoted(tensor.name())
                        + "': expected " + (long) length * Float.BYTES + " bytes, found "
                        + ((long) from * Float.BYTES + read) + ".");
            }
            if (from + count > values.length) {
                values = Arrays.copyOf(values, (int) Math.min(length, 2L * values.length));
            }
            bytes.asFloatBuffer().get(values, from, count);
            from += count;
        }
        return values;
    }

    private static ByteBuffer buffer(int values) {
        return ByteBuffer.allocate(Math.min(values, CHUNK) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws ModelException if a value is NaN or infinite: no network works with it */
    static void checkFinite(String name, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new ModelException("The weight '" + Checks.quoted(name) + "' is " + values[i] + " at index " + i
                        + "; weights must be finite. Training has diverged, or the file is damaged.");
            }
        }
    }
}
