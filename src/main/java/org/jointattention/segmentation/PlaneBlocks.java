package org.jointattention.segmentation;

import org.jointattention.image.Region;

/** The blocks of a stack of planes, numbered plane by plane, and row by row in each. Immutable. */
public final class PlaneBlocks {
    private final int width;
    private final int height;
    private final int planes;
    private final int blockWidth;
    private final int blockHeight;

    /** All at least 1. */
    public PlaneBlocks(int width, int height, int planes, int blockWidth, int blockHeight) {
        if (Math.min(Math.min(width, height), Math.min(planes, Math.min(blockWidth, blockHeight))) < 1) {
            throw new IllegalArgumentException("There are no blocks of " + blockWidth + "x" + blockHeight + " in "
                    + planes + " planes of " + width + "x" + height + ".");
        }
        this.width = width;
        this.height = height;
        this.planes = planes;
        this.blockWidth = blockWidth;
        this.blockHeight = blockHeight;
    }

    static PlaneBlocks of(PlaneStack stack, LabelBlocks blocks) {
        return new PlaneBlocks(stack.width(), stack.height(), stack.count(), blocks.blockWidth(), blocks.blockHeight());
    }

    public int planes() {
        return planes;
    }

    int columns() {
        return 1 + (width - 1) / blockWidth;
    }

    int rows() {
        return 1 + (height - 1) / blockHeight;
    }

    private long perPlane() {
        return (long) columns() * rows();
    }

    /** Number of blocks. */
    public long count() {
        return Math.multiplyExact(perPlane(), planes);
    }

    /** The plane of a block. @param block its number, 0 to count - 1 */
    public int plane(long block) {
        return (int) (block / perPlane());
    }

    int column(long block) {
        return (int) (block % perPlane() % columns());
    }

    int row(long block) {
        return (int) (block % perPlane() / columns());
    }

    /** Where a block lies in its plane. @param block its number, 0 to count - 1 */
    public Region region(long block) {
        return blocks(column(block), row(block), 1, 1);
    }

    /** What some neighbouring blocks of a plane cover together. */
    Region blocks(int column, int row, int columnCount, int rowCount) {
        int x = column * blockWidth;
        int y = row * blockHeight;
        return new Region(x, y, (int) Math.min((long) width - x, (long) columnCount * blockWidth), (int)
                Math.min((long) height - y, (long) rowCount * blockHeight));
    }
}
