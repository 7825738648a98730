package org.jointattention.image;

/**
 * Where tiles lie along one axis, and how much each counts at each pixel.
 *
 * <p>The weights are a raised cosine over the middle half of the overlap; the outer quarter next to
 * a tile's inner edge, where a network misses most of its context, does not count at all. At each
 * pixel of the image the weights of all tiles sum to 1.
 */
final class TileAxis {
    private final int extent;
    private final int tile;
    private final int ramp;
    private final int[] origins;
    private final float[][] weights;

    /**
     * @param extent pixels of the image
     * @param tile pixels of a tile, a multiple of the alignment
     * @param overlap pixels that neighbouring tiles share at least, 0 to half a tile
     * @param alignment tiles start at multiples of this
     */
    TileAxis(int extent, int tile, int overlap, int alignment) {
        this.extent = extent;
        this.tile = tile;
        int step = Math.max(alignment, (tile - overlap) / alignment * alignment);
        this.ramp = Math.min(overlap, tile - step);
        this.origins = origins(step, alignment);
        this.weights = new float[origins.length][];
        for (int i = 0; i < origins.length; i++) {
            weights[i] = normalized(i);
        }
    }

    int count() {
        return origins.length;
    }

    int origin(int index) {
        return origins[index];
    }

    /** One weight a pixel of the tile; 0 beyond the image. */
    float[] weights(int index) {
        return weights[index];
    }

    private int[] origins(int step, int alignment) {
        long last = TileGrid.lastOrigin(extent, tile, alignment);
        int[] result = new int[Math.toIntExact(1 + roundUp(last, step) / step)];
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.toIntExact(Math.min((long) i * step, last));
        }
        return result;
    }

    static long roundUp(long value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }

    private float[] normalized(int index) {
        float[] result = new float[tile];
        int end = Math.min(tile, extent - origins[index]);
        for (int i = 0; i < end; i++) {
            result[i] = (float) (raw(index, i) / rawSum(index, origins[index] + i));
        }
        return result;
    }

    /** Sums over the tiles that cover a pixel, all of them neighbours of one that does. */
    private double rawSum(int index, int position) {
        int first = index;
        while (first > 0 && position < (long) origins[first - 1] + tile) {
            first--;
        }
        double sum = 0;
        for (int i = first; i < origins.length && origins[i] <= position; i++) {
            sum += raw(i, position - origins[i]);
        }
        return sum;
    }

    private double raw(int index, int offset) {
        double left = index == 0 ? 1 : rise(offset);
        double right = index == origins.length - 1 ? 1 : rise(tile - 1 - offset);
        return Math.min(left, right);
    }

    private double rise(int distance) {
        if (ramp == 0) {
            return 1;
        }
        double t = (distance + 0.5 - ramp / 4.0) / (ramp / 2.0);
        return 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, Math.max(0, t)));
    }
}
