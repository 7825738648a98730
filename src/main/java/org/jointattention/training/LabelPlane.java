package org.jointattention.training;

/** The ids of one page of a mask, row-major, as stored in the file. */
final class LabelPlane {
    private final int width;
    private final int height;
    private final int[] ids;

    LabelPlane(int width, int height, int[] ids) {
        this.width = width;
        this.height = height;
        this.ids = ids;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int[] ids() {
        return ids;
    }
}
