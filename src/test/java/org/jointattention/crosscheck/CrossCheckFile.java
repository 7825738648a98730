package org.jointattention.crosscheck;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.Safetensors;
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;

/** One example: arrays by name, and texts that say what was computed. */
final class CrossCheckFile {
    private final Map<String, WeightArray> arrays = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    void put(String name, float[] values, int... shape) {
        arrays.put(name, new WeightArray(shape, values));
    }

    void putAll(Weights weights) {
        arrays.putAll(weights.asMap());
    }

    void say(String key, String text) {
        metadata.put(key, text);
    }

    void sayNetwork(BackboneSpec backbone, AttentionSpec attention) {
        say("backbone", backbone.name());
        say("attention", attention.toString());
        say("depth", String.valueOf(backbone.depth()));
        say("layers", String.valueOf(backbone.layers()));
    }

    void write(Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new Safetensors(new Weights(arrays), metadata).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
