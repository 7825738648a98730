package org.jointattention.image.zarr;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What Zarr 3 can be extended with: a name with a configuration, or the name alone where there is nothing to configure. */
final class NamedConfiguration {
    private final String name;
    private final Json configuration;

    private NamedConfiguration(String name, Json configuration) {
        this.name = name;
        this.configuration = configuration;
    }

    static NamedConfiguration of(Json json, String key) {
        JsonElement element = json.raw(key);
        if (element != null && Json.isText(element)) {
            return new NamedConfiguration(element.getAsString(), Json.of(json.file(), new JsonObject()));
        }
        Json object = json.object(key);
        return new NamedConfiguration(
                object.text("name"),
                object.optionalObject("configuration").orElseGet(() -> Json.of(json.file(), new JsonObject())));
    }

    static List<NamedConfiguration> list(Json json, String key) {
        if (!json.has(key) || !json.raw(key).isJsonArray()) {
            throw json.unfit(key, "a list");
        }
        List<NamedConfiguration> list = new ArrayList<>();
        for (JsonElement element : json.raw(key).getAsJsonArray()) {
            JsonObject holder = new JsonObject();
            String place = key + "[" + list.size() + "]";
            holder.add(place, element);
            list.add(of(Json.of(json.file(), holder), place));
        }
        return list;
    }

    String name() {
        return name;
    }

    /** Without members where there is none. */
    Json configuration() {
        return configuration;
    }
}
