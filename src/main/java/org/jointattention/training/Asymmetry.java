package org.jointattention.training;

import java.util.Locale;

/** How far the images share an asymmetry that a mirroring or turning would undo. */
public final class Asymmetry {
    private final String layer;
    private final double ratio;
    private final double share;
    private final int images;

    Asymmetry(String layer, double ratio, double share, int images) {
        this.layer = layer;
        this.ratio = ratio;
        this.share = share;
        this.images = images;
    }

    /** What showed it most: {@code channel 1}, {@code class 2}; empty where nothing could be measured. */
    public String layer() {
        return layer;
    }

    /**
     * R, the shared part of the asymmetry: 0 where each image has its own, 1 where all have the same;
     * 1 too where too few images were there to tell.
     */
    public double ratio() {
        return ratio;
    }

    /** S, the share of the pixels' variance that the shared asymmetry makes up, 0 to 1. */
    public double share() {
        return share;
    }

    /** Number of images that had something to measure. */
    public int images() {
        return images;
    }

    @Override
    public String toString() {
        return layer.isEmpty()
                ? "nothing to measure"
                : String.format(Locale.ROOT, "R %.2f, S %.3f, %s", ratio, share, layer);
    }
}
