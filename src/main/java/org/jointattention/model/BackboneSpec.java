package org.jointattention.model;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The shape of a backbone network: which one, and how deep and wide.
 *
 * <p>In {@code denseunet} the width of level {@code l} (0 is full resolution) is {@code min(l + 1, depth)}
 * times the base width and growth; in all others it is 2^l times the base width, the growth is not used, and the
 * deepest level may have a width of its own.
 */
public final class BackboneSpec {
    private static final String DENSE = "denseunet";

    private final String name;
    private final int depth;
    private final int layers;
    private final int growth;
    private final int baseWidth;
    private final OptionalInt bottleneckWidth;

    /**
     * @param name the backbone's name, such as {@code denseunet}, with a variant after a colon where it has some
     * @param depth number of 2x2 poolings, 1 to 6
     * @param layers 3x3 convolutions in a block, 1 to 16
     * @param growth channels each layer adds at full resolution, 1 to 256
     * @param baseWidth channels that enter the first dense block, 1 to 512
     * @throws ModelException if a number is out of its range
     */
    public BackboneSpec(String name, int depth, int layers, int growth, int baseWidth) {
        this(name, depth, layers, growth, baseWidth, OptionalInt.empty());
    }

    private BackboneSpec(String name, int depth, int layers, int growth, int baseWidth, OptionalInt bottleneckWidth) {
        this.name = Checks.notBlank("backbone name", name);
        this.depth = Checks.inRange("backbone depth", depth, 1, 6);
        this.layers = Checks.inRange("layers a block", layers, 1, 16);
        this.growth = Checks.inRange("growth", growth, 1, 256);
        this.baseWidth = Checks.inRange("base width", baseWidth, 1, 512);
        this.bottleneckWidth = bottleneckWidth;
        bottleneckWidth.ifPresent(this::checkBottleneck);
    }

    private void checkBottleneck(int width) {
        Checks.inRange("bottleneck width", width, 1, 512 << 6);
        if (name.equals(DENSE)) {
            throw new ModelException(
                    "The bottleneck of " + DENSE + " has no width of its own: growth and base width make it.");
        }
    }

    public String name() {
        return name;
    }

    public int depth() {
        return depth;
    }

    public int layers() {
        return layers;
    }

    public int growth() {
        return growth;
    }

    public int baseWidth() {
        return baseWidth;
    }

    /** Channels of the deepest level where they are not 2^depth times the base width; {@code denseunet} has no such. */
    public OptionalInt bottleneckWidth() {
        return bottleneckWidth;
    }

    /**
     * The same with another width of the deepest level.
     *
     * @param width channels, 1 to 32768
     * @throws ModelException if it is out of range, or the backbone is {@code denseunet}
     */
    public BackboneSpec withBottleneckWidth(int width) {
        OptionalInt own = width == baseWidth << depth ? OptionalInt.empty() : OptionalInt.of(width);
        return new BackboneSpec(name, depth, layers, growth, baseWidth, own);
    }

    /**
     * Channels of a level of the backbones whose width doubles from level to level, all but {@code denseunet}.
     *
     * @param level 0 (full resolution) to depth
     */
    public int doubledWidth(int level) {
        int width = baseWidth << level;
        return level == depth ? bottleneckWidth.orElse(width) : width;
    }

    /** Height and width of the network's input must be multiples of this: 2^depth. */
    public int stride() {
        return 1 << depth;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof BackboneSpec)) {
            return false;
        }
        BackboneSpec that = (BackboneSpec) other;
        return name.equals(that.name)
                && depth == that.depth
                && layers == that.layers
                && growth == that.growth
                && baseWidth == that.baseWidth
                && bottleneckWidth.equals(that.bottleneckWidth);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, depth, layers, growth, baseWidth, bottleneckWidth);
    }

    @Override
    public String toString() {
        String dense = name.equals(DENSE) ? String.format(Locale.ROOT, "growth %d, ", growth) : "";
        return String.format(
                Locale.ROOT,
                "%s (depth %d, %d layers a block, %sbase width %d%s)",
                name,
                depth,
                layers,
                dense,
                baseWidth,
                bottleneckWidth.isPresent() ? ", at the bottleneck " + bottleneckWidth.getAsInt() : "");
    }
}
