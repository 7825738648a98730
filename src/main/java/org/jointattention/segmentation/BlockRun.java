package org.jointattention.segmentation;

import org.jointattention.image.Region;

/** Neighbouring blocks of a plane that are computed in one go. */
final class BlockRun {
    private final int plane;
    private final int column;
    private final int columns;
    private final int row;
    private final int rows;

    BlockRun(int plane, int column, int columns, int row, int rows) {
        this.plane = plane;
        this.column = column;
        this.columns = columns;
        this.row = row;
        this.rows = rows;
    }

    /** A single block. */
    static BlockRun of(PlaneBlocks grid, long block) {
        return new BlockRun(grid.plane(block), grid.column(block), 1, grid.row(block), 1);
    }

    /** The same columns with other rows. */
    BlockRun rows(int first, int count) {
        return new BlockRun(plane, column, columns, first, count);
    }

    int plane() {
        return plane;
    }

    int columns() {
        return columns;
    }

    Region region(PlaneBlocks grid) {
        return grid.blocks(column, row, columns, rows);
    }

    /** One of the blocks. @param down counts rows from the first. @param right counts columns from the first */
    Region block(PlaneBlocks grid, int down, int right) {
        return grid.blocks(column + right, row + down, 1, 1);
    }
}
