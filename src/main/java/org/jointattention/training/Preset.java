package org.jointattention.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jointattention.model.BackboneSpec;

/** Ready-made network sizes: for each, every backbone has about as many weights as DenseUNet. */
public enum Preset {
    /** About 0.35 million weights: trains on a CPU. */
    SMALL(3, 2),
    /** About 1.3 million weights: for a GPU. */
    BASE(4, 3);

    private static final int DENSE_WIDTH = 16;

    /** Convolutions in a row of the backbones whose width doubles from level to level. */
    private static final int LAYERS = 2;

    /** The base widths that bring those backbones to the weights of DenseUNet. */
    private static final Map<String, Integer> WIDTHS = Map.of("unet", 13, "unetplusplus", 12, "nonlocalunet", 11);

    private final int depth;
    private final int denseLayers;

    Preset(int depth, int denseLayers) {
        this.depth = depth;
        this.denseLayers = denseLayers;
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

    /** The named backbone of this size with another depth; one that is unknown here is sized like DenseUNet. */
    public BackboneSpec backbone(String name, int chosenDepth) {
        Integer width = WIDTHS.get(name.split(":", 2)[0]);
        return width == null
                ? new BackboneSpec(name, chosenDepth, denseLayers, DENSE_WIDTH, DENSE_WIDTH)
                : new BackboneSpec(name, chosenDepth, LAYERS, width, width);
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
