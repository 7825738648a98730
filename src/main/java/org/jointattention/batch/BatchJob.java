package org.jointattention.batch;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Set;
import org.jointattention.model.Model;
import org.jointattention.model.ModelSpec;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.TileChoice;

/**
 * What is done to every file of a batch: model and settings. Where one of them differs, results are made anew.
 *
 * <p>Settings are those that were asked for. What follows from the files, such as a smaller tile where all images are small, does
 * not count: else one more image would be a reason to segment all others again.
 */
public final class BatchJob {
    private final String name;
    private final String weights;
    private final JsonObject settings = new JsonObject();

    /**
     * @param name of the model, as the user called it; it may change, the weights count
     * @param outputs for each file
     * @throws org.jointattention.segmentation.SegmentationException if a setting does not fit the model
     */
    public BatchJob(String name, Model model, InferenceSettings inference, Set<Output> outputs) {
        this.name = name;
        this.weights = model.weightsSha256().orElse("");
        addModel(model.spec());
        addInference(model.spec(), inference);
        JsonArray names = new JsonArray();
        outputs.stream().sorted().forEach(output -> names.add(output.label()));
        settings.add("outputs", names);
    }

    /** What a model file says beside the weights, and can be changed without them. */
    private void addModel(ModelSpec spec) {
        settings.addProperty("normalization", spec.normalization().toString());
        settings.addProperty("scale", spec.scale());
        settings.addProperty("slices", spec.slices());
    }

    private void addInference(ModelSpec spec, InferenceSettings inference) {
        TileChoice tile = inference.tile(spec);
        settings.addProperty("tile", tile.size());
        settings.addProperty("overlap", inference.overlap(tile));
        settings.addProperty("augment", inference.augment().name().toLowerCase(Locale.ROOT));
        settings.addProperty("precision", inference.precision().name().toLowerCase(Locale.ROOT));
    }

    String name() {
        return name;
    }

    /** The SHA-256 of the weights; empty if they are in no file. */
    String weights() {
        return weights;
    }

    JsonObject settings() {
        return settings;
    }

    /** Whether an entry of a manifest was made by the same weights and settings. */
    boolean made(ManifestEntry entry) {
        return weights.equals(entry.weights()) && settings.equals(entry.settings());
    }
}
