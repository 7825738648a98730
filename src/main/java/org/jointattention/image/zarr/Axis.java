package org.jointattention.image.zarr;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** An axis of an image: time, channel, or one of space. */
public final class Axis {
    private final char key;
    private final String name;
    private final String unit;

    /**
     * @param key t, c, z, y or x
     * @param name as it is in the file
     * @param unit as {@code micrometer}; null if it is not known
     */
    public Axis(char key, String name, String unit) {
        this.key = key;
        this.name = Objects.requireNonNull(name);
        this.unit = unit;
    }

    static Axis read(Json json) {
        String name = json.text("name");
        String type = json.optionalText("type").orElse("");
        char key = key(name, type);
        if (Axes.ORDER.indexOf(key) < 0 || !type.isEmpty() && !type.equals(type(key))) {
            throw json.unsupported(
                    "axis", name + "' of the type '" + type, "time (t), channel (c), and z, y, x of space");
        }
        return new Axis(key, name, json.optionalText("unit").orElse(null));
    }

    private static char key(String name, String type) {
        if (type.equals("time")) {
            return 't';
        } else if (type.equals("channel")) {
            return 'c';
        }
        return name.length() == 1 ? name.toLowerCase(Locale.ROOT).charAt(0) : '?';
    }

    private static String type(char key) {
        return key == 't' ? "time" : key == 'c' ? "channel" : "space";
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("type", type(key));
        if (unit != null) {
            json.addProperty("unit", unit);
        }
        return json;
    }

    /** t, c, z, y or x. */
    public char key() {
        return key;
    }

    /** Its name in the file. */
    public String name() {
        return name;
    }

    /** As {@code micrometer} or {@code second}. */
    public Optional<String> unit() {
        return Optional.ofNullable(unit);
    }
}
