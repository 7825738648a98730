package org.jointattention.model;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The header of a safetensors file: its tensors in order, and the metadata. */
final class SafetensorsHeader {
    /** The header's key that is not a tensor. */
    static final String METADATA = "__metadata__";

    static final String DTYPE = "dtype";
    static final String SHAPE = "shape";
    static final String OFFSETS = "data_offsets";
    static final String F32 = "F32";

    private static final int ALIGNMENT = 8;

    private final List<SafetensorsTensor> tensors;
    private final Map<String, String> metadata;

    SafetensorsHeader(List<SafetensorsTensor> tensors, Map<String, String> metadata) {
        this.tensors = new ArrayList<>(tensors);
        this.metadata = new LinkedHashMap<>(metadata);
    }

    /** The header of weights whose data follow one another in their order. */
    static SafetensorsHeader of(Weights weights, Map<String, String> metadata) {
        List<SafetensorsTensor> tensors = new ArrayList<>();
        long begin = 0;
        for (Map.Entry<String, WeightArray> entry : weights.asMap().entrySet()) {
            if (entry.getKey().equals(METADATA)) {
                throw new ModelException("A weight cannot be named " + METADATA + ": safetensors reserves that name.");
            }
            long end = begin + (long) Float.BYTES * entry.getValue().values().length;
            tensors.add(new SafetensorsTensor(entry.getKey(), entry.getValue().shape(), begin, end));
            begin = end;
        }
        return new SafetensorsHeader(tensors, metadata);
    }

    List<SafetensorsTensor> tensors() {
        return tensors;
    }

    Map<String, String> metadata() {
        return metadata;
    }

    /** Bytes of all values together. */
    long dataLength() {
        return tensors.stream().mapToLong(SafetensorsTensor::end).max().orElse(0);
    }

    /** The JSON in UTF-8, padded with spaces so that the data behind it are aligned to 8 bytes. */
    byte[] toBytes() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setHtmlSafe(false);
            json.beginObject();
            writeMetadata(json);
            for (SafetensorsTensor tensor : tensors) {
                writeTensor(json, tensor);
            }
            json.endObject();
        }
        return padded(encoded(text.toString()));
    }

    private void writeMetadata(JsonWriter json) throws IOException {
        if (metadata.isEmpty()) {
            return;
        }
        json.name(METADATA).beginObject();
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            json.name(entry.getKey()).value(entry.getValue());
        }
        json.endObject();
    }

    private static void writeTensor(JsonWriter json, SafetensorsTensor tensor) throws IOException {
        json.name(tensor.name()).beginObject().name(DTYPE).value(F32);
        json.name(SHAPE).beginArray();
        for (int extent : tensor.shape()) {
            json.value(extent);
        }
        json.endArray();
        json.name(OFFSETS)
                .beginArray()
                .value(tensor.begin())
                .value(tensor.end())
                .endArray();
        json.endObject();
    }

    /** UTF-8; unlike {@link String#getBytes} it refuses what UTF-8 cannot hold rather than replace it. */
    private static byte[] encoded(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException e) {
            throw new ModelException("A weight's name or the metadata hold a character that is no Unicode.", e);
        }
    }

    private static byte[] padded(byte[] json) {
        int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        if (length > Safetensors.MAX_HEADER) {
            throw new ModelException("The weights need a safetensors header of " + length + " bytes; at most "
                    + Safetensors.MAX_HEADER + " can be read again.");
        }
        byte[] padded = Arrays.copyOf(json, length);
        Arrays.fill(padded, json.length, length, (byte) ' ');
        return padded;
    }
}
