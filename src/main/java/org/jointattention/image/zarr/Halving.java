package org.jointattention.image.zarr;

import java.util.Arrays;
import org.jointattention.image.ImageException;

/** Makes the next coarser level of labels: every second pixel in y and x, so that no label appears that was not there. */
final class Halving {
    private final ChunkedArray fine;
    private final ChunkedArray coarse;

    Halving(ChunkedArray fine, ChunkedArray coarse) {
        this.fine = fine;
        this.coarse = coarse;
    }

    /** A block of the coarser level, the part of it that lies in the array; one chunk of the finer is in memory at a time. */
    Samples block(long... index) {
        BlockGrid blocks = coarse.blocks();
        long[] origin = blocks.origin(index);
        Samples block = Samples.filled(coarse.type(), blocks.size(index), 0);
        BlockGrid chunks = fine.chunks();
        long[] first = chunkOf(origin, new int[origin.length]);
        long[] last = chunkOf(
                origin, Arrays.stream(block.shape()).map(extent -> extent - 1).toArray());
        BlockGrid needed = new BlockGrid(extents(first, last), ones(first.length));
        for (long i = 0; i < needed.count(); i++) {
            long[] chunk = sum(first, needed.index(i));
            requireStored(chunk);
            copy(chunk, chunks.origin(chunk), chunks.size(chunk), origin, block);
        }
        return block;
    }

    /** What is not stored would be read as background; a network file system may show it late. */
    private void requireStored(long... chunk) {
        long[] block = chunk.clone();
        for (int i = 0; i < block.length; i++) {
            block[i] = chunk[i] * fine.chunkShape()[i] / fine.blockShape()[i];
        }
        if (!fine.hasBlock(block)) {
            throw new ImageException("The block " + Arrays.toString(block) + " of " + fine.name()
                    + " is not there. Run the same command again.");
        }
    }

    /** The chunk of the finer level with the pixel that is shown at a position of the coarser. */
    private long[] chunkOf(long[] origin, int[] offset) {
        int[] chunk = fine.chunkShape();
        long[] index = new long[origin.length];
        for (int i = 0; i < index.length; i++) {
            index[i] = (origin[i] + offset[i]) * step(i) / chunk[i];
        }
        return index;
    }

    private int step(int axis) {
        return axis < fine.shape().length - 2 ? 1 : 2;
    }

    /** Copies the pixels that a chunk has of the block. */
    private void copy(long[] chunk, long[] chunkOrigin, int[] chunkSize, long[] blockOrigin, Samples block) {
        int rank = chunk.length;
        int[] from = new int[rank];
        int[] to = new int[rank];
        int[] steps = new int[rank];
        int[] size = new int[rank];
        for (int i = 0; i < rank; i++) {
            steps[i] = step(i);
            long start = Math.max(blockOrigin[i], ceilingQuotient(chunkOrigin[i], steps[i]));
            long end = Math.min(
                    blockOrigin[i] + block.shape()[i], ceilingQuotient(chunkOrigin[i] + chunkSize[i], steps[i]));
            if (end <= start) {
                return;
            }
            from[i] = (int) (start * steps[i] - chunkOrigin[i]);
            to[i] = (int) (start - blockOrigin[i]);
            size[i] = (int) (end - start);
        }
        StridedCopy.stepped(fine.readChunk(chunk), from, steps, block, to, size);
    }

    private static long ceilingQuotient(long dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    private static long[] extents(long[] first, long[] last) {
        long[] extents = new long[first.length];
        for (int i = 0; i < extents.length; i++) {
            extents[i] = last[i] - first[i] + 1;
        }
        return extents;
    }

    private static int[] ones(int rank) {
        int[] ones = new int[rank];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }
}
