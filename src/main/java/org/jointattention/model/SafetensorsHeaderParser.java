package org.jointattention.model;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointattention.files.FailureReason;

/** Reads the JSON header of a safetensors file, token by token, and refuses all that the format does not allow. */
final class SafetensorsHeaderParser {
    private static final int MAX_RANK = 32;

    private final JsonReader json;
    private final Set<String> names = new HashSet<>();
    private final List<SafetensorsTensor> tensors = new ArrayList<>();
    private Map<String, String> metadata = Map.of();

    private SafetensorsHeaderParser(String text) {
        json = new JsonReader(new StringReader(text));
    }

    /** @throws ModelException if the bytes are not a complete header whose offsets are without gap or overlap */
    static SafetensorsHeader parse(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != '{') {
            throw new ModelException("Expected a safetensors header that starts with '{'; this is none.");
        }
        try {
            return new SafetensorsHeaderParser(decoded(bytes)).header();
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new ModelException("The safetensors header is no valid JSON: " + FailureReason.of(e), e);
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private SafetensorsHeader header() throws IOException {
        json.beginObject();
        while (json.hasNext()) {
            String name = uniqueName(names);
            if (name.equals(SafetensorsHeader.METADATA)) {
                metadata = metadata();
            } else {
                tensors.add(tensor(name));
            }
        }
        json.endObject();
        if (json.peek() != JsonToken.END_DOCUMENT) {
            throw new ModelException("The safetensors header goes on behind its closing brace.");
        }
        checkOffsets();
        return new SafetensorsHeader(tensors, metadata);
    }

    private String uniqueName(Set<String> known) throws IOException {
        String name = json.nextName();
        if (!known.add(name)) {
            throw new ModelException("The safetensors header has '" + Checks.quoted(name) + "' twice.");
        }
        return name;
    }

    private Map<String, String> metadata() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        json.beginObject();
        while (json.hasNext()) {
            String key = uniqueName(known);
            texts.put(key, text("metadata '" + Checks.quoted(key) + "'"));
        }
        json.endObject();
        return texts;
    }

    private SafetensorsTensor tensor(String name) throws IOException {
        String what = "weight '" + Checks.quoted(name) + "'";
        Set<String> known = new HashSet<>();
        long[] shape = {};
        long[] offsets = {};
        json.beginObject();
        while (json.hasNext()) {
            String key = uniqueName(known);
            if (key.equals(SafetensorsHeader.DTYPE)) {
                checkType(what, text(what));
            } else if (key.equals(SafetensorsHeader.SHAPE)) {
                shape = integers(what + ", shape", MAX_RANK);
            } else if (key.equals(SafetensorsHeader.OFFSETS)) {
                offsets = integers(what + ", data_offsets", 2);
            } else {
                throw new ModelException("The " + what + " has the unknown key '" + Checks.quoted(key) + "'.");
            }
        }
        json.endObject();
        checkComplete(what, known, offsets.length);
        return new SafetensorsTensor(name, extents(what, shape), offsets[0], offsets[1]);
    }

    private static void checkComplete(String what, Set<String> keys, int offsets) {
        if (keys.size() != 3 || offsets != 2) {
            throw new ModelException("The " + what + " must have a dtype, a shape and two data_offsets; found " + keys
                    + " and " + offsets + " offsets.");
        }
    }

    private static void checkType(String what, String type) {
        if (!type.equals(SafetensorsHeader.F32)) {
            throw new ModelException(
                    "The " + what + " has the type '" + Checks.quoted(type) + "'; only F32 (float32) is supported.");
        }
    }

    private String text(String what) throws IOException {
        if (json.peek() != JsonToken.STRING) {
            throw new ModelException("The " + what + " has " + json.peek() + " where a text is expected.");
        }
        return json.nextString();
    }

    private long[] integers(String what, int most) throws IOException {
        List<Long> numbers = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            String digits = json.peek() == JsonToken.NUMBER
                    ? json.nextString()
                    : json.peek().toString();
            if (!digits.matches("0|[1-9][0-9]{0,15}") || numbers.size() == most) {
                throw new ModelException("The " + what + ": expected at most " + most
                        + " whole numbers from 0 to 10^16; found '" + Checks.quoted(digits) + "' at position "
                        + numbers.size() + ".");
            }
            numbers.add(Long.valueOf(digits));
        }
        json.endArray();
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    private static int[] extents(String what, long[] shape) {
        int[] extents = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] > Integer.MAX_VALUE) {
                throw new ModelException("The " + what + " has an extent of " + shape[i] + "; that is too large.");
            }
            extents[i] = (int) shape[i];
        }
        return extents;
    }

    private void checkOffsets() {
        List<SafetensorsTensor> sorted = inDataOrder(tensors);
        long end = 0;
        for (SafetensorsTensor tensor : sorted) {
            if (tensor.begin() != end) {
                throw new ModelException("The weight '" + Checks.quoted(tensor.name()) + "' begins at byte "
                        + tensor.begin() + " of the data; expected " + end + ", without gap or overlap.");
            }
            end = tensor.end();
        }
    }

    static List<SafetensorsTensor> inDataOrder(List<SafetensorsTensor> tensors) {
        List<SafetensorsTensor> sorted = new ArrayList<>(tensors);
        sorted.sort(Comparator.comparingLong(SafetensorsTensor::begin).thenComparingLong(SafetensorsTensor::end));
        return sorted;
    }
}
