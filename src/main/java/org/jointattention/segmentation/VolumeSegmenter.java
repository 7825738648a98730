package org.jointattention.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jointattention.image.Normalizer;

/**
 * Segments a stack of planes that need not fit into memory, and keeps the labels block by block. Blocks that are there
 * are not computed again, so a run that was stopped is gone on with by another one. The labels are the same, however the
 * work is cut.
 *
 * <p>Java needs memory for the probabilities of one row of tiles and the labels of one row of blocks, at most {@value
 * #STRIP} pixels wide: about 8192 x (4 x tile height x classes + block height) bytes.
 *
 * <pre>{@code
 * new VolumeSegmenter(segmenter, stack, blocks).run(progress);
 * }</pre>
 */
public final class VolumeSegmenter {
    private static final int STRIP = 8192;

    private final Segmenter segmenter;
    private final PlaneStack stack;
    private final LabelBlocks labels;
    private final PlaneBlocks grid;
    private final IntFunction<PlaneRegions> planes;

    private int openIndex = -1;
    private PlaneRegions open;

    /** Each plane is read once more, before it is segmented, for the statistics that normalise it. */
    public VolumeSegmenter(Segmenter segmenter, PlaneStack stack, LabelBlocks labels) {
        this(segmenter, stack, labels, index -> segmenter.regions(stack.plane(index)));
    }

    /** @param statistics of each plane, as {@link PlaneRegions#normalizer} gave them before */
    public VolumeSegmenter(Segmenter segmenter, PlaneStack stack, LabelBlocks labels, List<Normalizer> statistics) {
        this(segmenter, stack, labels, index -> segmenter.regions(stack.plane(index), statistics.get(index)));
    }

    private VolumeSegmenter(
            Segmenter segmenter, PlaneStack stack, LabelBlocks labels, IntFunction<PlaneRegions> planes) {
        this.segmenter = Objects.requireNonNull(segmenter);
        this.stack = Objects.requireNonNull(stack);
        this.labels = Objects.requireNonNull(labels);
        this.grid = PlaneBlocks.of(stack, labels);
        this.planes = planes;
    }

    /** The blocks that there are to do. */
    public PlaneBlocks grid() {
        return grid;
    }

    /**
     * Computes all blocks that are missing.
     *
     * @param progress counts pixels
     * @throws SegmentationException if the planes do not fit the model
     * @throws org.jointattention.files.CancelledException if the progress says so; what is complete stays
     */
    public void run(Progress progress) {
        List<BlockRun> missing = missing();
        long total = missing.stream().mapToLong(run -> run.region(grid).size()).sum();
        long done = 0;
        for (BlockRun run : missing) {
            compute(run, new PartProgress(progress, done, run.region(grid).size(), total));
            done += run.region(grid).size();
        }
    }

    /**
     * Computes some blocks, as far as they are missing; others may compute the others at the same time.
     *
     * @param from number of the first block
     * @param to number after the last
     * @param progress counts blocks
     * @throws org.jointattention.files.CancelledException if the progress says so; what is complete stays
     */
    public void run(long from, long to, Progress progress) {
        for (long block = from; block < to; block++) {
            if (!labels.has(grid.plane(block), grid.region(block))) {
                compute(BlockRun.of(grid, block), new PartProgress(progress, block - from, 1, to - from));
            }
            progress.update(block + 1 - from, to - from);
        }
    }

    /** Rows of blocks with something missing; those below each other are computed in one go. */
    private List<BlockRun> missing() {
        int stripColumns = Math.max(1, STRIP / labels.blockWidth());
        List<BlockRun> runs = new ArrayList<>();
        for (int plane = 0; plane < stack.count(); plane++) {
            for (int column = 0; column < grid.columns(); column += stripColumns) {
                int columns = Math.min(stripColumns, grid.columns() - column);
                addMissing(new BlockRun(plane, column, columns, 0, 0), runs);
            }
        }
        return runs;
    }

    private void addMissing(BlockRun strip, List<BlockRun> runs) {
        int first = -1;
        for (int row = 0; row <= grid.rows(); row++) {
            boolean wanted = row < grid.rows() && isMissing(strip.rows(row, 1));
            if (wanted && first < 0) {
                first = row;
            } else if (!wanted && first >= 0) {
                runs.add(strip.rows(first, row - first));
                first = -1;
            }
        }
    }

    private boolean isMissing(BlockRun row) {
        for (int i = 0; i < row.columns(); i++) {
            if (!labels.has(row.plane(), row.block(grid, 0, i))) {
                return true;
            }
        }
        return false;
    }

    private void compute(BlockRun run, Progress progress) {
        if (run.plane() != openIndex) {
            open = null; // what belongs to it can go before another is read
            openIndex = -1; // if that fails, and is tried again
            open = planes.apply(run.plane());
            openIndex = run.plane();
        }
        open.segment(run.region(grid), new BlockRows(run, grid, labels), progress);
    }
}
