package org.jointattention.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** All that inference needs to know of a model beside its weights. */
public final class ModelSpec {
    /** The label of pixels that nobody labelled; ignored by losses and metrics. */
    public static final int IGNORE = 255;

    /** Most slices that a model sees at once. */
    public static final int MOST_SLICES = 15;

    private final BackboneSpec backbone;
    private final AttentionSpec attention;
    private final int channels;
    private final List<LabelClass> classes;
    private final NormalizationSpec normalization;
    private final double scale;
    private final TileSpec tile;
    private final int slices;

    /**
     * A model that sees one slice at a time.
     *
     * @param channels input channels, 1 to 64
     * @param classes 2 to 254 classes; index 0 is the background
     * @param scale factor by which images are resized before they enter the network, 1/16 to 4
     * @param tile tile in pixels of the resized image; its size must be a multiple of the stride
     * @throws ModelException if a value is out of its range
     */
    public ModelSpec(
            BackboneSpec backbone,
            AttentionSpec attention,
            int channels,
            List<LabelClass> classes,
            NormalizationSpec normalization,
            double scale,
            TileSpec tile) {
        this(backbone, attention, channels, classes, normalization, scale, tile, 1);
    }

    private ModelSpec(
            BackboneSpec backbone,
            AttentionSpec attention,
            int channels,
            List<LabelClass> classes,
            NormalizationSpec normalization,
            double scale,
            TileSpec tile,
            int slices) {
        this.backbone = Objects.requireNonNull(backbone);
        this.attention = Objects.requireNonNull(attention);
        this.channels = Checks.inRange("number of channels", channels, 1, 64);
        this.classes = Collections.unmodifiableList(new ArrayList<>(classes));
        Checks.inRange("number of classes", classes.size(), 2, IGNORE - 1);
        this.normalization = Objects.requireNonNull(normalization);
        this.scale = Checks.inRange("scale", scale, 1.0 / 16, 4);
        this.tile = Objects.requireNonNull(tile);
        this.slices = Checks.inRange("number of slices", slices, 1, MOST_SLICES);
        if (slices % 2 == 0 || channels % slices != 0) {
            throw new ModelException("The number of slices that are seen at once is " + slices
                    + "; it must be odd, and divide the " + channels + " input channels.");
        }
        if (tile.size() % backbone.stride() != 0) {
            throw new ModelException(String.format(
                    Locale.ROOT,
                    "The tile size %d is not a multiple of %d, the network's stride.",
                    tile.size(),
                    backbone.stride()));
        }
    }

    public BackboneSpec backbone() {
        return backbone;
    }

    public AttentionSpec attention() {
        return attention;
    }

    /** Input channels of the network: those of the image, times {@link #slices}. */
    public int channels() {
        return channels;
    }

    /** Slices that are seen at once, the one to be segmented in their middle: odd; 1 for a 2-D model. */
    public int slices() {
        return slices;
    }

    /** Channels of the images. */
    public int imageChannels() {
        return channels / slices;
    }

    /**
     * The same for a network whose input channels are those of several neighbouring slices (2.5-D).
     *
     * @param value odd, 1 to 15; must divide the input channels
     * @throws ModelException if it is not
     */
    public ModelSpec withSlices(int value) {
        return new ModelSpec(backbone, attention, channels, classes, normalization, scale, tile, value);
    }

    /** The same with another backbone. */
    public ModelSpec withBackbone(BackboneSpec value) {
        return new ModelSpec(value, attention, channels, classes, normalization, scale, tile, slices);
    }

    public List<LabelClass> classes() {
        return classes;
    }

    public NormalizationSpec normalization() {
        return normalization;
    }

    /** Factor by which images are resized before they enter the network; 0.5 halves width and height. */
    public double scale() {
        return scale;
    }

    public TileSpec tile() {
        return tile;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ModelSpec)) {
            return false;
        }
        ModelSpec that = (ModelSpec) other;
        return backbone.equals(that.backbone)
                && attention.equals(that.attention)
                && channels == that.channels
                && classes.equals(that.classes)
                && normalization.equals(that.normalization)
                && scale == that.scale
                && slices == that.slices
                && tile.equals(that.tile);
    }

    @Override
    public int hashCode() {
        return Objects.hash(backbone, attention, channels, classes, normalization, scale, tile, slices);
    }
}
