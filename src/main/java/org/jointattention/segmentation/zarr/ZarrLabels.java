package org.jointattention.segmentation.zarr;

import java.util.Arrays;
import org.jointattention.image.Region;
import org.jointattention.image.zarr.Axes;
import org.jointattention.image.zarr.ChunkedArray;
import org.jointattention.image.zarr.Samples;
import org.jointattention.segmentation.LabelBlocks;

/** Labels in an array whose blocks are parts of single planes. */
final class ZarrLabels implements LabelBlocks {
    private final ChunkedArray array;
    private final Axes axes;
    private final int slices;

    /** @param slices of a frame */
    ZarrLabels(ChunkedArray array, Axes axes, int slices) {
        this.array = array;
        this.axes = axes;
        this.slices = slices;
    }

    @Override
    public int blockWidth() {
        return array.blockShape()[axes.index('x')];
    }

    @Override
    public int blockHeight() {
        return array.blockShape()[axes.index('y')];
    }

    @Override
    public boolean has(int plane, Region block) {
        return array.hasBlock(index(plane, block));
    }

    @Override
    public void write(int plane, Region block, byte[] labels) {
        int[] shape = new int[axes.size()];
        Arrays.fill(shape, 1);
        shape[axes.index('y')] = block.height();
        shape[axes.index('x')] = block.width();
        array.writeBlock(new Samples(array.type(), shape, labels), index(plane, block));
    }

    private long[] index(int plane, Region block) {
        long[] index = new long[axes.size()];
        for (int i = 0; i < index.length; i++) {
            index[i] = index(axes.list().get(i).key(), plane, block);
        }
        return index;
    }

    private long index(char axis, int plane, Region block) {
        switch (axis) {
            case 'x':
                return block.x() / blockWidth();
            case 'y':
                return block.y() / blockHeight();
            case 'z':
                return plane % slices;
            default:
                return plane / slices;
        }
    }
}
