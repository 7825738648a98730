package org.jointattention.segmentation;

import org.jointattention.image.Region;
import org.jointattention.image.RowSink;

/** Makes labels of the rows of some blocks, and hands on each row of blocks as soon as it is complete. */
final class BlockRows implements RowSink {
    private final BlockRun run;
    private final PlaneBlocks grid;
    private final LabelBlocks blocks;
    private final Region region;
    private final int bandHeight;
    private final LabelRows band;
    private final byte[] block;

    BlockRows(BlockRun run, PlaneBlocks grid, LabelBlocks blocks) {
        this.run = run;
        this.grid = grid;
        this.blocks = blocks;
        this.region = run.region(grid);
        this.bandHeight = Math.min(region.height(), blocks.blockHeight());
        this.band = new LabelRows(region.width(), bandHeight);
        this.block = new byte[PlaneSize.check(Math.min(region.width(), blocks.blockWidth()), bandHeight)];
    }

    @Override
    public void row(int y, float[] probabilities) {
        band.row(y % bandHeight, probabilities);
        if ((y + 1) % bandHeight == 0 || y + 1 == region.height()) {
            write(y / bandHeight);
        }
    }

    private void write(int down) {
        for (int i = 0; i < run.columns(); i++) {
            Region place = run.block(grid, down, i);
            if (!blocks.has(run.plane(), place)) {
                blocks.write(run.plane(), place, cut(place));
            }
        }
    }

    private byte[] cut(Region place) {
        byte[] result = place.size() == block.length ? block : new byte[(int) place.size()];
        for (int y = 0; y < place.height(); y++) {
            int from = y * region.width() + place.x() - region.x();
            System.arraycopy(band.labels(), from, result, y * place.width(), place.width());
        }
        return result;
    }
}
