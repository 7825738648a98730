package org.jointattention.image.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/** Writes the attributes of labels, and their place in the list of an image. */
final class LabelMetadata {
    static final String LABELS = "labels";

    private final String name;
    private final ZarrFormat format;
    private final List<LabelFrame> frames;
    private final LabelDescription description;

    /** @param frames of all levels, the largest first */
    LabelMetadata(String name, ZarrFormat format, List<LabelFrame> frames, LabelDescription description) {
        this.name = name;
        this.format = format;
        this.frames = frames;
        this.description = description;
    }

    /** Makes a group an image with labels. */
    void describe(JsonObject ome) {
        JsonArray images = new JsonArray();
        images.add(multiscale());
        ome.add(Multiscale.KEY, images);
        ome.add("image-label", description.toJson(format));
    }

    private JsonObject multiscale() {
        JsonObject image = new JsonObject();
        if (format == ZarrFormat.V2) {
            image.addProperty("version", format.omeVersion());
        }
        image.addProperty("name", name);
        JsonArray axes = new JsonArray();
        frames.get(0).axes().list().forEach(axis -> axes.add(axis.toJson()));
        image.add("axes", axes);
        image.add("datasets", datasets());
        if (!frames.get(0).common().isIdentity()) {
            image.add(Transform.KEY, frames.get(0).common().toJson());
        }
        image.addProperty("type", "nearest");
        return image;
    }

    private JsonArray datasets() {
        JsonArray datasets = new JsonArray();
        for (int i = 0; i < frames.size(); i++) {
            JsonObject dataset = new JsonObject();
            dataset.addProperty("path", Integer.toString(i));
            dataset.add(Transform.KEY, frames.get(i).transform().toJson());
            datasets.add(dataset);
        }
        return datasets;
    }

    /** Adds the labels to the list; others stay. */
    void enlist(JsonObject ome) {
        JsonArray names =
                ome.has(LABELS) && ome.get(LABELS).isJsonArray() ? ome.getAsJsonArray(LABELS) : new JsonArray();
        if (!names.contains(new JsonPrimitive(name))) {
            names.add(name);
        }
        ome.add(LABELS, names);
    }
}
