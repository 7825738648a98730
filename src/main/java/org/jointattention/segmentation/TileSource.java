package org.jointattention.segmentation;

import java.util.Arrays;
import java.util.List;
import org.jointattention.image.Normalizer;
import org.jointattention.image.Symmetry;
import org.jointattention.image.TileGrid;
import org.jointattention.image.TileReader;

/**
 * Prepares the predictor's input: each tile under each transform is one job; jobs are counted tile
 * by tile. Not safe for use by several threads at once.
 */
final class TileSource {
    private final TileGrid grid;
    private final TileReader reader;
    private final Normalizer normalizer;
    private final List<Symmetry> symmetries;
    private final float[] tile;
    private long loaded = -1;

    TileSource(TileGrid grid, TileReader reader, Normalizer normalizer, TestTimeAugmentation augmentation) {
        this.grid = grid;
        this.reader = reader;
        this.normalizer = normalizer;
        this.symmetries = augmentation.symmetries();
        this.tile = new float[Math.multiplyExact(grid.tileHeight() * grid.tileWidth(), reader.channels())];
    }

    long jobs() {
        return grid.count() * symmetries.size();
    }

    /** Fills a batch with jobs from the given one on, and what remains at the end with zeros. */
    float[] prepare(long firstJob, float[] input) {
        int offset = 0;
        for (long job = firstJob; offset < input.length && job < jobs(); job++, offset += tile.length) {
            load(job / symmetries.size());
            Symmetry symmetry = symmetries.get((int) (job % symmetries.size()));
            symmetry.apply(tile, input, offset, grid.tileHeight(), grid.tileWidth(), reader.channels());
        }
        Arrays.fill(input, offset, input.length, 0);
        return input;
    }

    private void load(long index) {
        if (index != loaded) {
            int x = grid.left() + grid.x(grid.column(index));
            int y = grid.top() + grid.y(grid.row(index));
            reader.read(x, y, grid.tileHeight(), grid.tileWidth(), tile);
            normalizer.apply(tile);
            loaded = index;
        }
    }
}
