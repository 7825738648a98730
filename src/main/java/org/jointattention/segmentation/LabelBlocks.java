package org.jointattention.segmentation;

import org.jointattention.image.Region;

/** Where labels are kept block by block, so that what is done outlasts whoever did it. */
public interface LabelBlocks {
    /** Columns of a block; the last ones may have fewer. */
    int blockWidth();

    /** Rows of a block; the last ones may have fewer. */
    int blockHeight();

    /** Whether a block is complete. */
    boolean has(int plane, Region block);

    /**
     * Keeps a block; when this returns, it is complete.
     *
     * @param labels one class index a pixel, row-major; the array is used again afterwards
     */
    void write(int plane, Region block, byte[] labels);
}
