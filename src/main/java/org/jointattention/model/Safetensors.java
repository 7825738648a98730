package org.jointattention.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jointattention.files.FailureReason;

/**
 * Weights in the public safetensors format, with the text metadata that the format allows.
 *
 * <p>Layout: the header's length as little-endian 64-bit integer; a JSON header {@code {"name": {"dtype":
 * "F32", "shape": [..], "data_offsets": [begin, end]}, ..., "__metadata__": {"key": "text"}}} padded with
 * spaces to a multiple of 8 bytes; then the values, row-major and little-endian, without gaps. Only F32 is
 * written and read.
 *
 * <p>Reading is strict, for files may come from anywhere: offsets must cover the data exactly, values must
 * be finite, and no memory is allocated for values whose bytes have not arrived.
 *
 * @see <a href="https://huggingface.co/docs/safetensors/index#format">The safetensors format</a>
 */
public final class Safetensors {
    /** Longest header that is written or read, in bytes. */
    static final int MAX_HEADER = 16 << 20;

    private static final int PREFIX = Long.BYTES;

    private final Weights weights;
    private final Map<String, String> metadata;

    /** @param metadata texts by key, kept in order; may be empty */
    public Safetensors(Weights weights, Map<String, String> metadata) {
        this.weights = Objects.requireNonNull(weights);
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    public Weights weights() {
        return weights;
    }

    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * Writes weights without metadata. The stream is left open.
     *
     * @throws ModelException if a value is NaN or infinite, before anything is written
     */
    public static void write(Weights weights, OutputStream out) throws IOException {
        new Safetensors(weights, Map.of()).write(out);
    }

    /**
     * Writes weights and metadata; the same content always gives the same bytes. The stream is left open.
     *
     * @throws ModelException if a value is NaN or infinite, or a name cannot be stored, before anything is
     *     written
     */
    public void write(OutputStream out) throws IOException {
        weights.asMap().forEach((name, array) -> SafetensorsData.checkFinite(name, array.values()));
        byte[] header = SafetensorsHeader.of(weights, metadata).toBytes();
        ByteBuffer prefix = ByteBuffer.allocate(PREFIX).order(ByteOrder.LITTLE_ENDIAN);
        out.write(prefix.putLong(header.length).array());
        out.write(header);
        for (WeightArray array : weights.asMap().values()) {
            SafetensorsData.write(array.values(), out);
        }
    }

    /** @throws ModelException if the bytes are not exactly one safetensors file of finite float32 values */
    public static Safetensors read(byte[] bytes) {
        return read(new ByteArrayInputStream(bytes), bytes.length);
    }

    /**
     * Reads the stream to its end and leaves it open.
     *
     * @param maxBytes largest file that is accepted
     * @throws ModelException if the stream fails, is larger, or is not exactly one safetensors file of
     *     finite float32 values
     */
    public static Safetensors read(InputStream in, long maxBytes) {
        try {
            byte[] json = readHeader(in, maxBytes);
            SafetensorsHeader header = SafetensorsHeaderParser.parse(json);
            checkSize(PREFIX + json.length + header.dataLength(), maxBytes);
            Map<String, WeightArray> arrays = SafetensorsData.read(in, header.tensors());
            if (in.read() >= 0) {
                throw new ModelException("The safetensors data are longer than the " + header.dataLength()
                        + " bytes that the header declares.");
            }
            return new Safetensors(new Weights(arrays), header.metadata());
        } catch (IOException e) {
            throw new ModelException("The safetensors data cannot be read: " + FailureReason.of(e), e);
        }
    }

    private static byte[] readHeader(InputStream in, long maxBytes) throws IOException {
        byte[] prefix = in.readNBytes(PREFIX);
        if (prefix.length < PREFIX) {
            throw new ModelException("Expected a safetensors file, which starts with the 8 bytes of its header's "
                    + "length; found only " + prefix.length + " bytes.");
        }
        long length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > MAX_HEADER) {
            throw new ModelException("Expected a safetensors header of 2 to " + MAX_HEADER
                    + " bytes; found a length of " + Long.toUnsignedString(length)
                    + ": this is no safetensors file, or it is damaged.");
        }
        checkSize(PREFIX + length, maxBytes);
        byte[] header = in.readNBytes((int) length);
        if (header.length < length) {
            throw new ModelException("Expected a safetensors header of " + length + " bytes; the file ends after "
                    + header.length + " of them.");
        }
        return header;
    }

    private static void checkSize(long bytes, long maxBytes) {
        if (bytes > maxBytes) {
            throw new ModelException(
                    "The safetensors header declares " + bytes + " bytes in all; at most " + maxBytes + " are there.");
        }
    }
}
