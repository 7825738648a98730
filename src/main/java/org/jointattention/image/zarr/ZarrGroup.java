package org.jointattention.image.zarr;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.function.Consumer;

/** A group of Zarr 2 or 3 and its attributes, among them those of OME-Zarr. */
final class ZarrGroup {
    static final String V2_FILE = ".zgroup";
    private static final String ATTRIBUTES = "attributes";
    private static final String OME = "ome";

    private final Store store;
    private final String path;
    private final ZarrFormat format;

    ZarrGroup(Store store, String path, ZarrFormat format) {
        this.store = store;
        this.path = path;
        this.format = format;
    }

    /** The group that is there; empty if there is none. */
    static Optional<ZarrGroup> find(Store store, String path) {
        if (store.exists(Keys.below(path, MetadataV3.FILE))) {
            return Optional.of(new ZarrGroup(store, path, ZarrFormat.V3)).filter(ZarrGroup::isGroup);
        }
        boolean v2 = store.exists(Keys.below(path, V2_FILE))
                || store.exists(Keys.below(path, ZarrFormat.V2.attributesFile()))
                        && !store.exists(Keys.below(path, MetadataV2.FILE));
        return v2 ? Optional.of(new ZarrGroup(store, path, ZarrFormat.V2)) : Optional.empty();
    }

    private boolean isGroup() {
        return file().optionalText("node_type").orElse("").equals("group");
    }

    ZarrFormat format() {
        return format;
    }

    /** The attributes that OME-Zarr defines; without members if there are none. */
    Json ome() {
        return format == ZarrFormat.V2 ? file() : member(attributes(), OME);
    }

    /** All attributes. */
    Json attributes() {
        return format == ZarrFormat.V2 ? file() : member(file(), ATTRIBUTES);
    }

    private static Json member(Json json, String key) {
        return json.optionalObject(key).orElseGet(() -> Json.of(json.file(), new JsonObject()));
    }

    private Json file() {
        String key = Keys.below(path, format.attributesFile());
        return store.read(key)
                .map(bytes -> Json.parse(store.name(key), bytes))
                .orElseGet(() -> Json.of(store.name(key), new JsonObject()));
    }

    /** Makes the group if it is not there, and changes its attributes; those that are not touched stay as they are. */
    void edit(Consumer<JsonObject> attributes, Consumer<JsonObject> ome) {
        JsonObject file = file().object();
        if (format == ZarrFormat.V2) {
            attributes.accept(file);
            ome.accept(file);
            write(format.attributesFile(), file);
            JsonObject group = new JsonObject();
            group.addProperty("zarr_format", 2);
            write(V2_FILE, group);
        } else {
            file.addProperty("zarr_format", 3);
            file.addProperty("node_type", "group");
            JsonObject all = child(file, ATTRIBUTES);
            attributes.accept(all);
            JsonObject known = child(all, OME);
            known.addProperty("version", format.omeVersion());
            ome.accept(known);
            write(format.attributesFile(), file);
        }
    }

    private static JsonObject child(JsonObject parent, String key) {
        if (!parent.has(key) || !parent.get(key).isJsonObject()) {
            parent.add(key, new JsonObject());
        }
        return parent.getAsJsonObject(key);
    }

    private void write(String file, JsonObject json) {
        store.write(Keys.below(path, file), Json.bytes(json));
    }
}
