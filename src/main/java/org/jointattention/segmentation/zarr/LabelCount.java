package org.jointattention.segmentation.zarr;

import java.util.Arrays;
import java.util.List;
import org.jointattention.image.ClassArea;
import org.jointattention.image.ObjectCounter;
import org.jointattention.image.zarr.BlockGrid;
import org.jointattention.image.zarr.ChunkedArray;
import org.jointattention.model.LabelClass;
import org.jointattention.segmentation.Progress;

/** Counts the objects and pixels of labels that were written before, plane by plane; keeps a row of chunks. */
final class LabelCount {
    private final ChunkedArray labels;
    private final int rank;
    private final int width;
    private final int height;
    private final Progress progress;
    private final byte[] row;

    /** @param labels of 8 bits, whose chunks are parts of single planes */
    LabelCount(ChunkedArray labels, Progress progress) {
        this.labels = labels;
        this.rank = labels.shape().length;
        this.width = (int) labels.shape()[rank - 1];
        this.height = (int) labels.shape()[rank - 2];
        this.progress = progress;
        this.row = new byte[width];
    }

    /** What each class but the background takes. */
    List<ClassArea> areas(List<LabelClass> classes) {
        ObjectCounter counter = new ObjectCounter(classes.size());
        int[] single = new int[rank - 2];
        Arrays.fill(single, 1);
        BlockGrid planes = new BlockGrid(Arrays.copyOf(labels.shape(), rank - 2), single);
        for (long plane = 0; plane < planes.count(); plane++) {
            counter.begin();
            count(Arrays.copyOf(planes.index(plane), rank), counter);
        }
        return ClassArea.of(counter, classes);
    }

    private void count(long[] index, ObjectCounter counter) {
        int chunkHeight = labels.chunkShape()[rank - 2];
        byte[][] chunks = new byte[1 + (width - 1) / labels.chunkShape()[rank - 1]][];
        for (int y = 0; y < height; y++) {
            if (y % chunkHeight == 0) {
                index[rank - 2] = y / chunkHeight;
                read(chunks, index);
            }
            fill(chunks, y % chunkHeight);
            counter.add(row);
        }
    }

    private void read(byte[][] chunks, long... index) {
        progress.requireGoing();
        for (int i = 0; i < chunks.length; i++) {
            index[rank - 1] = i;
            chunks[i] = (byte[]) labels.readChunk(index).array();
        }
    }

    private void fill(byte[][] chunks, int y) {
        int chunkWidth = labels.chunkShape()[rank - 1];
        for (int i = 0; i < chunks.length; i++) {
            int x = i * chunkWidth;
            System.arraycopy(chunks[i], y * chunkWidth, row, x, Math.min(chunkWidth, width - x));
        }
    }
}
