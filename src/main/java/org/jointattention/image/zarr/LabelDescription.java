package org.jointattention.image.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jointattention.model.LabelClass;

/** What labels mean, and what they were made of. */
public final class LabelDescription {
    private static final int OPAQUE = 255;

    private final List<LabelClass> classes;
    private final String source;
    private final String origin;
    private final String info;

    /**
     * @param classes by label, that of the background first; empty for numbered objects
     * @param source path of the image, relative to the labels; null if it is not to be named
     * @param origin what the pixels depend on, such as model and settings: unfinished labels go on only where it is the
     *     same
     */
    public LabelDescription(List<LabelClass> classes, String source, String origin) {
        this(classes, source, origin, null);
    }

    private LabelDescription(List<LabelClass> classes, String source, String origin, String info) {
        this.classes = List.copyOf(classes);
        this.source = source;
        this.origin = origin;
        this.info = info;
    }

    LabelDescription withSource(String path) {
        return new LabelDescription(classes, path, origin, info);
    }

    /** @param text for people: how the labels are made */
    public LabelDescription withInfo(String text) {
        return new LabelDescription(classes, source, origin, text);
    }

    Optional<String> info() {
        return Optional.ofNullable(info);
    }

    /** What the pixels depend on. */
    public String origin() {
        return origin;
    }

    /** As OME-Zarr has it: the background is transparent. */
    JsonObject toJson(ZarrFormat format) {
        JsonObject json = new JsonObject();
        json.addProperty("version", format.omeVersion());
        if (!classes.isEmpty()) {
            json.add("colors", colours());
            json.add("properties", properties());
        }
        if (source != null) {
            JsonObject image = new JsonObject();
            image.addProperty("image", source);
            json.add("source", image);
        }
        return json;
    }

    private JsonArray colours() {
        JsonArray colours = new JsonArray();
        for (int label = 0; label < classes.size(); label++) {
            int rgb = classes.get(label).rgb();
            JsonArray rgba = new JsonArray();
            rgba.add(rgb >> 16);
            rgba.add(rgb >> 8 & 0xff);
            rgba.add(rgb & 0xff);
            rgba.add(label == 0 ? 0 : OPAQUE);
            JsonObject colour = ofLabel(label);
            colour.add("rgba", rgba);
            colours.add(colour);
        }
        return colours;
    }

    private JsonArray properties() {
        JsonArray properties = new JsonArray();
        for (int label = 0; label < classes.size(); label++) {
            JsonObject property = ofLabel(label);
            property.addProperty("class", classes.get(label).name());
            properties.add(property);
        }
        return properties;
    }

    private static JsonObject ofLabel(int label) {
        JsonObject json = new JsonObject();
        json.addProperty("label-value", label);
        return json;
    }
}
