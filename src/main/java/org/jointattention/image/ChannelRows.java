package org.jointattention.image;

import java.util.function.Consumer;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.real.FloatType;

/**
 * One channel of an image, read row chunk by row chunk in a fixed order, so that statistics need little memory and
 * come out bit-equal whether the image is an array or a view.
 */
final class ChannelRows {
    private static final int CHUNK = 1 << 18;

    /** Copies the pixels of some rows into the buffer. */
    private interface Reader {
        void read(int firstRow, int rows, float[] buffer);
    }

    private final int width;
    private final int height;
    private final Reader reader;

    private ChannelRows(int width, int height, Reader reader) {
        this.width = width;
        this.height = height;
        this.reader = reader;
    }

    static ChannelRows of(FloatPlane plane, int channel) {
        int width = plane.width();
        int channels = plane.channels();
        float[] values = plane.values();
        return new ChannelRows(width, plane.height(), (firstRow, rows, buffer) -> {
            int source = firstRow * width * channels + channel;
            for (int i = 0; i < rows * width; i++, source += channels) {
                buffer[i] = values[source];
            }
        });
    }

    /** A channel of a view with axes (x, y, c). */
    static ChannelRows of(RandomAccessibleInterval<FloatType> plane, int channel) {
        int width = Math.toIntExact(plane.dimension(0));
        PrimitiveBlocks<FloatType> blocks = PrimitiveBlocks.of(plane, PrimitiveBlocks.OnFallback.ACCEPT);
        return new ChannelRows(width, Math.toIntExact(plane.dimension(1)), (firstRow, rows, buffer) -> {
            long[] position = {plane.min(0), plane.min(1) + firstRow, plane.min(2) + channel};
            blocks.copy(position, buffer, new int[] {width, rows, 1});
        });
    }

    /** Number of pixels. */
    long size() {
        return (long) width * height;
    }

    /** Gives all values to the consumer, from the top row to the bottom one. */
    void forEachChunk(Consumer<Chunk> consumer) {
        int rows = Math.max(1, CHUNK / Math.max(1, width));
        float[] buffer = new float[Math.min(rows, height) * width];
        for (int y = 0; y < height; y += rows) {
            int n = Math.min(rows, height - y);
            reader.read(y, n, buffer);
            consumer.accept(new Chunk(buffer, n * width));
        }
    }

    /** Some values; the array is used again for the next chunk. */
    static final class Chunk {
        final float[] values;
        final int size;

        Chunk(float[] values, int size) {
            this.values = values;
            this.size = size;
        }
    }
}
