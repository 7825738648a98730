package org.jointattention.segmentation;

import org.jointattention.model.ModelSpec;

/**
 * The tile that images are segmented by, and how far neighbouring tiles overlap. Immutable: each method returns a changed
 * copy. Sizes are in pixels of the image as the model sees it, resized by the model's scale.
 */
public final class TileChoice {
    private static final int SMALLEST = 8;
    private static final int LARGEST = 4096;
    private static final int LITTLE_MEMORY = 128;

    private final ModelSpec spec;
    private final int size;

    private TileChoice(ModelSpec spec, int size) {
        this.spec = spec;
        this.size = size;
    }

    /** The model's tile. */
    public static TileChoice of(ModelSpec spec) {
        return new TileChoice(spec, spec.tile().size());
    }

    /**
     * A tile that there is already.
     *
     * @param size the smaller one of its height and width
     */
    static TileChoice existing(ModelSpec spec, int size) {
        return new TileChoice(spec, size);
    }

    /**
     * A tile as wanted.
     *
     * @param pixels height and width: a multiple of the network's stride from 8 to 4096
     * @throws SegmentationException if it is not; the message names the next sizes that are
     */
    public TileChoice withSize(int pixels) {
        int stride = spec.backbone().stride();
        int smallest = Math.max(SMALLEST, stride);
        if (pixels < smallest || pixels > LARGEST) {
            throw new SegmentationException("The tile of " + pixels + " pixels is out of range: use a multiple of "
                    + stride + " from " + smallest + " to " + LARGEST + ".");
        }
        if (pixels % stride != 0) {
            int below = Math.max(smallest, pixels / stride * stride);
            throw new SegmentationException("The tile of " + pixels + " pixels is no multiple of " + stride
                    + ", the network's stride: use " + below
                    + (below < pixels ? " or " + (pixels / stride + 1) * stride : "") + ".");
        }
        return new TileChoice(spec, pixels);
    }

    /** A tile of about 128 pixels, where this one is larger. */
    public TileChoice forLittleMemory() {
        return atMost(roundUp(LITTLE_MEMORY));
    }

    /**
     * A tile no larger than the images need.
     *
     * @param longestSide the largest width or height of all images, in their own pixels
     */
    public TileChoice forImages(int longestSide) {
        return atMost(roundUp(Math.max(SMALLEST, longestSide * spec.scale())));
    }

    private TileChoice atMost(int pixels) {
        return pixels < size ? new TileChoice(spec, pixels) : this;
    }

    private int roundUp(double pixels) {
        int stride = spec.backbone().stride();
        return (int) Math.ceil(pixels / stride) * stride;
    }

    /** Height and width of the tile. */
    public int size() {
        return size;
    }

    /** Pixels that neighbouring tiles share: as many as the model says, half of the tile at most. */
    public int overlap() {
        return Math.min(spec.tile().overlap(), size / 2);
    }

    /**
     * The overlap as wanted.
     *
     * @throws SegmentationException if it is not 0 to half of the tile
     */
    public int overlap(int pixels) {
        if (pixels < 0 || pixels > size / 2) {
            throw new SegmentationException("The overlap of " + pixels + " pixels does not fit a tile of " + size
                    + ": use 0 to " + size / 2 + ", half of the tile.");
        }
        return pixels;
    }
}
