package org.jointattention.segmentation;

import java.util.List;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.engine.AttentionBlock;
import org.jointattention.engine.Predictor;
import org.jointattention.files.CancelledException;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.Resampler;
import org.jointattention.image.RowBlender;
import org.jointattention.image.RowSink;
import org.jointattention.image.TileGrid;
import org.jointattention.model.ModelSpec;

/**
 * Looks into the attention A = D + P of a network while it sees one plane, normalised and resized as for {@link
 * Segmenter}. Not safe for use by several threads at once.
 *
 * <pre>{@code
 * PlaneAttention attention = new PlaneAttention(model.spec(), predictor, planes.plane(0));
 * AttentionBlock block = attention.block("");
 * FloatPlane gate = attention.gate(block, Progress.NONE);
 * FloatPlane lookedAt = attention.row(block, 120, 80).map();
 * }</pre>
 */
public final class PlaneAttention {
    private final ModelSpec spec;
    private final Predictor predictor;
    private final int overlap;
    private final int width;
    private final int height;
    private final PreparedPlane prepared;
    private final float[] tile;

    /**
     * @param predictor of one tile a call
     * @param plane axes x, y, channel; not to be changed meanwhile
     * @throws SegmentationException if predictor or plane do not fit the model, or it has no attention blocks
     */
    public PlaneAttention(ModelSpec spec, Predictor predictor, RandomAccessibleInterval<FloatType> plane) {
        Segmenter segmenter = new Segmenter(spec, predictor);
        this.spec = spec;
        this.predictor = predictor;
        this.overlap = segmenter.overlap();
        if (predictor.batch() != 1) {
            throw new SegmentationException("Attention is looked at tile by tile, but the predictor takes "
                    + predictor.batch() + " tiles a call: make one of batch 1.");
        }
        checkBlocks(predictor.attentionBlocks());
        this.width = Math.toIntExact(plane.dimension(0));
        this.height = Math.toIntExact(plane.dimension(1));
        this.prepared = PreparedPlane.of(spec, plane);
        this.tile = new float[predictor.height() * predictor.width() * predictor.channels()];
    }

    private void checkBlocks(List<AttentionBlock> blocks) {
        if (blocks.isEmpty()) {
            throw new SegmentationException("The model has no attention blocks to look into (its attention is "
                    + spec.attention() + "): choose a model that was trained with attention.");
        }
    }

    /** The blocks there are, in the order of the network; at least one. */
    public List<AttentionBlock> blocks() {
        return predictor.attentionBlocks();
    }

    /**
     * A block by name.
     *
     * @param name empty for the first block
     * @throws SegmentationException if there is no such block; the message names those there are
     */
    public AttentionBlock block(String name) {
        if (name.trim().isEmpty()) {
            return blocks().get(0);
        }
        return blocks().stream()
                .filter(block -> block.name().equalsIgnoreCase(name.trim()))
                .findFirst()
                .orElseThrow(() -> new SegmentationException(
                        "The model has no attention block \"" + name + "\"; it has: " + names() + "."));
    }

    private String names() {
        return blocks().stream().map(AttentionBlock::name).collect(Collectors.joining(", "));
    }

    /**
     * The gate D of the whole plane: how much each position keeps of itself. Computed tile by tile, enlarged from the
     * block's grid bilinearly, and blended where tiles overlap.
     *
     * @param progress counts tiles
     * @return one channel, as large as the plane
     * @throws SegmentationException if the block has no D
     * @throws CancelledException if the progress says so
     */
    public FloatPlane gate(AttentionBlock block, Progress progress) {
        if (!block.hasGate()) {
            throw new SegmentationException("The attention block " + block.name()
                    + " has no point-wise gate (attention " + spec.attention() + "): look at its rows.");
        }
        ProbabilityRows rows = new ProbabilityRows(width, height, 1);
        RowSink sink =
                isScaled() ? new RowInterpolator(prepared.width(), prepared.height(), width, height, 1, rows) : rows;
        TileGrid grid = prepared.grid(predictor.height(), predictor.width(), overlap);
        gate(block, grid, new RowBlender(grid, 1, sink), progress);
        return rows.plane();
    }

    private boolean isScaled() {
        return prepared.width() != width || prepared.height() != height;
    }

    private int stride() {
        return spec.backbone().stride();
    }

    private void gate(AttentionBlock block, TileGrid grid, RowBlender blender, Progress progress) {
        for (long index = 0; index < grid.count(); index++) {
            if (progress.cancelled()) {
                throw new CancelledException("Looking at the attention was cancelled.");
            }
            int row = grid.row(index);
            int column = grid.column(index);
            float[] values = predictor.gate(block, read(grid.x(column), grid.y(row)));
            FloatPlane coarse = new FloatPlane(block.width(), block.height(), 1, values);
            FloatPlane fine = Resampler.resize(coarse, grid.tileWidth(), grid.tileHeight());
            blender.add(row, column, fine.values(), 0, 1);
            if (column == grid.columns() - 1) {
                blender.finishRow(row);
            }
            progress.update(index + 1, grid.count());
        }
    }

    /**
     * The row of P of one pixel: where the network looked for it. The tile is the one that has the pixel as near to its
     * middle as the image allows.
     *
     * @param x column of the pixel in the plane
     * @param y row of the pixel in the plane
     * @throws SegmentationException if the block has no P, or the pixel lies outside
     */
    public AttentionRow row(AttentionBlock block, int x, int y) {
        if (!block.hasRows()) {
            throw new SegmentationException("The attention block " + block.name() + " has no rows (attention "
                    + spec.attention() + "): look at its gate.");
        }
        if (x < 0 || y < 0 || x >= width || y >= height) {
            throw new SegmentationException(
                    "The point " + x + "," + y + " lies outside of the image of " + width + "x" + height + " pixels.");
        }
        TilePlace place = new TilePlace(
                new TilePlace.Axis(width, prepared.width(), predictor.width(), stride(), x),
                new TilePlace.Axis(height, prepared.height(), predictor.height(), stride(), y));
        int gridX = place.pixelX() * block.width() / place.tileWidth();
        int gridY = place.pixelY() * block.height() / place.tileHeight();
        float[] row = predictor.row(block, read(place.x(), place.y()), gridY, gridX);
        return new AttentionRow(block, gridX, gridY, row, place);
    }

    private float[] read(int x, int y) {
        prepared.read(x, y, predictor.height(), predictor.width(), tile);
        return tile;
    }
}
