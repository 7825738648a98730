package org.jointattention.segmentation;

import org.jointattention.image.Region;
import org.jointattention.image.RowSink;

/** Hands on a part of the rows of a plane, as rows of their own. */
final class CroppedRows implements RowSink {
    private final Region part;
    private final int classes;
    private final RowSink sink;
    private final float[] row;

    /** @param part of the plane whose rows come in */
    CroppedRows(Region part, int classes, RowSink sink) {
        this.part = part;
        this.classes = classes;
        this.sink = sink;
        this.row = new float[Math.multiplyExact(part.width(), classes)];
    }

    @Override
    public void row(int y, float[] probabilities) {
        if (y < part.y() || y >= part.bottom()) {
            return;
        }
        if (probabilities.length == row.length) {
            sink.row(y - part.y(), probabilities);
            return;
        }
        System.arraycopy(probabilities, part.x() * classes, row, 0, row.length);
        sink.row(y - part.y(), row);
    }
}
