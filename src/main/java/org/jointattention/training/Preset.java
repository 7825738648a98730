package org.jointattention.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jointattention.model.BackboneSpec;

/** Ready-made network sizes. */
public enum Preset {
    /** About 0.3 million weights: trains on a CPU. */
    SMALL(3, 2, 16, 16),
    /** About 1.5 million weights: for a GPU. */
    BASE(4, 3, 16, 16);

    private final int depth;
    private final int layers;
    private final int growth;
    private final int baseWidth;

    Preset(int depth, int layers, int growth, int baseWidth) {
        this.depth = depth;
        this.layers = layers;
        this.growth = growth;
        this.baseWidth = baseWidth;
    }

    /** @throws PlanException if there is no such preset */
    public static Preset parse(String text) {
        for (Preset preset : values()) {
            if (preset.toString().equals(text.trim().toLowerCase(Locale.ROOT))) {
                return preset;
            }
        }
        String known = Arrays.stream(values()).map(Preset::toString).collect(Collectors.joining(" or "));
        throw new PlanException("Unknown preset '" + text + "'; use " + known + ".");
    }

    /** Number of 2x2 poolings, unless small patches call for fewer. */
    public int depth() {
        return depth;
    }

    /** The named backbone of this size with another depth. */
    public BackboneSpec backbone(String name, int chosenDepth) {
        return new BackboneSpec(name, chosenDepth, layers, growth, baseWidth);
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
