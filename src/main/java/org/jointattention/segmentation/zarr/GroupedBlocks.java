package org.jointattention.segmentation.zarr;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.image.Region;
import org.jointattention.segmentation.LabelBlocks;

/** Neighbouring blocks as one: tiles at the borders of small blocks would be computed for each of them. */
final class GroupedBlocks implements LabelBlocks {
    private static final int SIDE = 2048;

    private final LabelBlocks blocks;

    /** @param blocks joined to about 2048x2048 pixels; larger ones stay */
    GroupedBlocks(LabelBlocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public int blockWidth() {
        return grouped(blocks.blockWidth());
    }

    @Override
    public int blockHeight() {
        return grouped(blocks.blockHeight());
    }

    private static int grouped(int side) {
        return side * Math.max(1, SIDE / side);
    }

    @Override
    public boolean has(int plane, Region group) {
        return parts(group).stream().allMatch(part -> blocks.has(plane, part));
    }

    @Override
    public void write(int plane, Region group, byte[] labels) {
        for (Region part : parts(group)) {
            if (!blocks.has(plane, part)) {
                blocks.write(plane, part, cut(labels, group, part));
            }
        }
    }

    private List<Region> parts(Region group) {
        List<Region> parts = new ArrayList<>();
        for (int y = group.y(); y < group.bottom(); y += blocks.blockHeight()) {
            for (int x = group.x(); x < group.right(); x += blocks.blockWidth()) {
                int width = (int) Math.min(blocks.blockWidth(), group.right() - x);
                parts.add(new Region(x, y, width, (int) Math.min(blocks.blockHeight(), group.bottom() - y)));
            }
        }
        return parts;
    }

    private static byte[] cut(byte[] labels, Region group, Region part) {
        byte[] cut = new byte[part.width() * part.height()];
        for (int y = 0; y < part.height(); y++) {
            int from = (part.y() - group.y() + y) * group.width() + part.x() - group.x();
            System.arraycopy(labels, from, cut, y * part.width(), part.width());
        }
        return cut;
    }
}
