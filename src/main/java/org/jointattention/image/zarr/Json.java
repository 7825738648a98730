package org.jointattention.image.zarr;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jointattention.files.FailureReason;
import org.jointattention.image.ImageException;

/** An object in a file of JSON. What is missing or is something else is refused with its place in the file. */
final class Json {
    private final String file;
    private final String place;
    private final JsonObject object;

    private Json(String file, String place, JsonObject object) {
        this.file = file;
        this.place = place;
        this.object = object;
    }

    /** @param file its name for messages */
    static Json of(String file, JsonObject object) {
        return new Json(file, "", object);
    }

    static Json parse(String file, byte[] bytes) {
        try {
            JsonElement root = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8));
            if (root.isJsonObject()) {
                return of(file, root.getAsJsonObject());
            }
        } catch (JsonParseException e) {
            throw new ImageException(
                    "Cannot read " + file + ": it is no valid JSON (" + FailureReason.of(e) + "). Copy it again.", e);
        }
        throw new ImageException("Cannot read " + file + ": it must hold a JSON object. Copy it again.");
    }

    /** A file of it. */
    static byte[] bytes(JsonObject object) {
        return new GsonBuilder()
                .setPrettyPrinting()
                .serializeNulls()
                .create()
                .toJson(object)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The exception for something in this object; the message goes on after the name of the file and a colon. */
    ImageException refuse(String message) {
        return new ImageException("Cannot read " + file + ": " + message);
    }

    /** The exception for a member that is not as it must be. */
    ImageException unfit(String key, String expected) {
        return refuse("'" + place + key + "' must be " + expected + ", but is "
                + FailureReason.shortened(String.valueOf(object.get(key))) + ".");
    }

    /** The exception for something that is valid, but not supported. */
    ImageException unsupported(String what, String value, String supported) {
        return refuse("the " + what + " '" + FailureReason.shortened(value) + "' is not supported; supported: "
                + supported + ". Convert the data with another program, such as zarr-python.");
    }

    String file() {
        return file;
    }

    JsonObject object() {
        return object;
    }

    Set<String> keys() {
        return object.keySet();
    }

    /** Whether it is there and not null. */
    boolean has(String key) {
        return object.has(key) && !object.get(key).isJsonNull();
    }

    /** Null if it is not there. */
    JsonElement raw(String key) {
        return has(key) ? object.get(key) : null;
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> unfit(key, "a text"));
    }

    Optional<String> optionalText(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (!isText(object.get(key))) {
            throw unfit(key, "a text");
        }
        return Optional.of(object.get(key).getAsString());
    }

    boolean flag(String key, boolean absent) {
        if (!has(key)) {
            return absent;
        }
        if (!object.get(key).isJsonPrimitive()
                || !object.getAsJsonPrimitive(key).isBoolean()) {
            throw unfit(key, "true or false");
        }
        return object.get(key).getAsBoolean();
    }

    int integer(String key, int absent, int least, int largest) {
        if (!has(key)) {
            return absent;
        }
        long value = whole(object.get(key), key);
        if (value < least || value > largest) {
            throw unfit(key, "from " + least + " to " + largest);
        }
        return (int) value;
    }

    /** Whole numbers from a least to a largest one. */
    long[] integers(String key, long least, long largest) {
        JsonArray array = array(key);
        long[] values = new long[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = whole(array.get(i), key);
            if (values[i] < least || values[i] > largest) {
                throw unfit(key, "whole numbers from " + least + " to " + largest);
            }
        }
        return values;
    }

    int[] extents(String key) {
        return Arrays.stream(integers(key, 1, Samples.LARGEST_ARRAY))
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    double[] numbers(String key) {
        JsonArray array = array(key);
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            if (!isNumber(array.get(i))) {
                throw unfit(key, "numbers");
            }
            values[i] = array.get(i).getAsDouble();
        }
        return values;
    }

    Json object(String key) {
        if (!has(key) || !object.get(key).isJsonObject()) {
            throw unfit(key, "an object");
        }
        return new Json(file, place + key + ".", object.getAsJsonObject(key));
    }

    Optional<Json> optionalObject(String key) {
        return has(key) ? Optional.of(object(key)) : Optional.empty();
    }

    List<Json> objects(String key) {
        List<Json> objects = new ArrayList<>();
        for (JsonElement element : array(key)) {
            if (!element.isJsonObject()) {
                throw unfit(key, "a list of objects");
            }
            objects.add(new Json(file, place + key + "[" + objects.size() + "].", element.getAsJsonObject()));
        }
        return objects;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array(key)) {
            if (!isText(element)) {
                throw unfit(key, "a list of texts");
            }
            texts.add(element.getAsString());
        }
        return texts;
    }

    private JsonArray array(String key) {
        if (!has(key) || !object.get(key).isJsonArray()) {
            throw unfit(key, "a list");
        }
        return object.getAsJsonArray(key);
    }

    private long whole(JsonElement element, String key) {
        try {
            if (isNumber(element)) {
                return element.getAsBigDecimal().longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw unfit(key, "a whole number");
        }
        throw unfit(key, "a whole number");
    }

    static boolean isText(JsonElement element) {
        return element != null
                && element.isJsonPrimitive()
                && element.getAsJsonPrimitive().isString();
    }

    static boolean isNumber(JsonElement element) {
        return element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber();
    }
}
