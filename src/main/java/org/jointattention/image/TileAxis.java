package org.jointattention.image;

/**
 * Where tiles lie along one axis, and how much each counts at each pixel.
 *
 * <p>The weights are a raised cosine over the middle half of the overlap; the outer quarter next to
 * a tile's inner edge, where a network misses most of its context, does not count at all. At each
 * pixel of the image the weights of all tiles sum to 1.
 */
final class TileAxis {
    /** The tiles of a whole axis; an axis may be some of them. */
    private final Tiles tiles;

    private final int first;
    private final int count;

    /**
     * @param extent pixels of the image
     * @param tile pixels of a tile, a multiple of the alignment
     * @param overlap pixels that neighbouring tiles share at least, 0 to half a tile
     * @param alignment tiles start at multiples of this
     */
    TileAxis(int extent, int tile, int overlap, int alignment) {
        this.tiles = new Tiles(extent, tile, overlap, alignment);
        this.first = 0;
        this.count = tiles.count;
    }

    private TileAxis(Tiles tiles, int first, int count) {
        this.tiles = tiles;
        this.first = first;
        this.count = count;
    }

    /**
     * Those tiles that count at one of the pixels, as an axis of their own that begins where the first of them does.
     *
     * @param from first pixel
     * @param to pixel after the last
     */
    TileAxis covering(int from, int to) {
        int low = tiles.firstThatReaches(start() + (long) from);
        while (!tiles.counts(low, start() + (long) from, start() + (long) to)) {
            low++;
        }
        int high = tiles.lastThatStartsBefore(start() + (long) to);
        while (!tiles.counts(high, start() + (long) from, start() + (long) to)) {
            high--;
        }
        return new TileAxis(tiles, low, high - low + 1);
    }

    /** The place of this axis' pixel 0 on the whole axis. */
    int start() {
        return tiles.origin(first);
    }

    /** Pixels of the image from the start to the end of the last tile. */
    int extent() {
        return (int) (Math.min(tiles.extent, (long) tiles.origin(first + count - 1) + tiles.tile) - start());
    }

    int count() {
        return count;
    }

    int origin(int index) {
        return tiles.origin(first + index) - start();
    }

    /** One weight a pixel of the tile; 0 beyond the image. */
    float[] weights(int index) {
        return tiles.weights(first + index);
    }

    static long roundUp(long value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }

    /** All tiles of an axis; those that lie between others of the same spacing share their weights. */
    private static final class Tiles {
        private final int extent;
        private final int tile;
        private final int step;
        private final int ramp;
        private final int last;
        private final int count;

        /** So many tiles at each end are near enough to it to have weights of their own. */
        private final int margin;

        private final float[][] weights;

        Tiles(int extent, int tile, int overlap, int alignment) {
            this.extent = extent;
            this.tile = tile;
            this.step = Math.max(alignment, (tile - overlap) / alignment * alignment);
            this.ramp = Math.min(overlap, tile - step);
            this.last = Math.toIntExact(TileGrid.lastOrigin(extent, tile, alignment));
            this.count = Math.toIntExact(1 + roundUp(last, step) / step);
            this.margin = 2 + (tile - 1) / step; // the last tile may be shifted back by nearly a step
            this.weights = new float[Math.min(count, 2 * margin + 1)][];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = normalized(i <= margin ? i : i + count - weights.length);
            }
        }

        int origin(int index) {
            return (int) Math.min((long) index * step, last);
        }

        float[] weights(int index) {
            if (index >= count - margin) {
                return weights[index - (count - weights.length)];
            }
            return weights[Math.min(index, margin)];
        }

        int firstThatReaches(long position) {
            return (int) Math.max(0, Math.min(count - 1, (position - tile) / step));
        }

        int lastThatStartsBefore(long end) {
            return end > last ? count - 1 : (int) ((end - 1) / step);
        }

        /** Whether a tile counts at one of the pixels. */
        boolean counts(int index, long from, long to) {
            float[] values = weights(index);
            int origin = origin(index);
            for (long i = Math.max(0, from - origin); i < Math.min(tile, to - origin); i++) {
                if (values[(int) i] > 0) {
                    return true;
                }
            }
            return false;
        }

        private float[] normalized(int index) {
            float[] result = new float[tile];
            int end = Math.min(tile, extent - origin(index));
            for (int i = 0; i < end; i++) {
                result[i] = (float) (raw(index, i) / rawSum(index, (long) origin(index) + i));
            }
            return result;
        }

        /** Sums over the tiles that cover a pixel, all of them neighbours of one that does. */
        private double rawSum(int index, long position) {
            int i = index;
            while (i > 0 && position < (long) origin(i - 1) + tile) {
                i--;
            }
            double sum = 0;
            for (; i < count && origin(i) <= position; i++) {
                sum += raw(i, (int) (position - origin(i)));
            }
            return sum;
        }

        private double raw(int index, int offset) {
            double left = index == 0 ? 1 : rise(offset);
            double right = index == count - 1 ? 1 : rise(tile - 1 - offset);
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
}
