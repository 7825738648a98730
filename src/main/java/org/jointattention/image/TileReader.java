package org.jointattention.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Cuts tiles out of a plane, mirrored beyond its borders (border pixels are not repeated).
 *
 * <p>Not safe for use by several threads.
 */
public final class TileReader {
    private final int width;
    private final int height;
    private final int channels;
    private final PrimitiveBlocks<FloatType> blocks;
    private float[] buffer = new float[0];

    /**
     * @param plane axes x, y, channel
     * @throws IllegalArgumentException if the plane is empty or has other than three axes
     */
    public TileReader(RandomAccessibleInterval<FloatType> plane) {
        if (plane.numDimensions() != 3) {
            throw new IllegalArgumentException(
                    "A plane has the axes x, y and channel, but this one has " + plane.numDimensions() + " axes.");
        }
        this.width = extent(plane, 0);
        this.height = extent(plane, 1);
        this.channels = extent(plane, 2);
        this.blocks = PrimitiveBlocks.of(channelsFirst(Views.zeroMin(plane)), PrimitiveBlocks.OnFallback.ACCEPT);
    }

    /** One channel is sliced off instead: blocks are copied by runs along the first axis. */
    private RandomAccessibleInterval<FloatType> channelsFirst(RandomAccessibleInterval<FloatType> plane) {
        return channels == 1 ? Views.hyperSlice(plane, 2, 0) : Views.moveAxis(plane, 2, 0);
    }

    private static int extent(RandomAccessibleInterval<FloatType> plane, int axis) {
        long extent = plane.dimension(axis);
        if (extent < 1 || extent > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The plane's axis " + "xyc".charAt(axis) + " has " + extent
                    + " pixels; it must have 1 to " + Integer.MAX_VALUE + ".");
        }
        return (int) extent;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int channels() {
        return channels;
    }

    /**
     * Reads a tile.
     *
     * @param x left border; may lie outside of the plane
     * @param y upper border; may lie outside of the plane
     * @param tile receives tile height x tile width x channels values
     */
    public void read(long x, long y, int tileHeight, int tileWidth, float[] tile) {
        int[] columns = Mirror.indices(x, tileWidth, width);
        int[] rows = Mirror.indices(y, tileHeight, height);
        if (isInside(x, tileWidth, width) && isInside(y, tileHeight, height)) {
            copy(columns[0], rows[0], tileWidth, tileHeight, tile);
        } else {
            readMirrored(columns, rows, tile);
        }
    }

    private static boolean isInside(long start, int count, int extent) {
        return start >= 0 && start + count <= extent;
    }

    /** Reads the part of the plane that the tile shows, then spreads it. */
    private void readMirrored(int[] columns, int[] rows, float[] tile) {
        int left = min(columns);
        int top = min(rows);
        int blockWidth = max(columns) - left + 1;
        int blockHeight = max(rows) - top + 1;
        int size = blockWidth * blockHeight * channels;
        if (buffer.length < size) {
            buffer = new float[size];
        }
        copy(left, top, blockWidth, blockHeight, buffer);
        int target = 0;
        for (int row : rows) {
            for (int column : columns) {
                int source = ((row - top) * blockWidth + column - left) * channels;
                System.arraycopy(buffer, source, tile, target, channels);
                target += channels;
            }
        }
    }

    private void copy(int x, int y, int blockWidth, int blockHeight, float[] target) {
        if (channels == 1) {
            blocks.copy(new int[] {x, y}, target, new int[] {blockWidth, blockHeight});
        } else {
            blocks.copy(new int[] {0, x, y}, target, new int[] {channels, blockWidth, blockHeight});
        }
    }

    private static int min(int[] values) {
        int result = values[0];
        for (int value : values) {
            result = Math.min(result, value);
        }
        return result;
    }

    private static int max(int[] values) {
        int result = values[0];
        for (int value : values) {
            result = Math.max(result, value);
        }
        return result;
    }
}
