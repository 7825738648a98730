package org.jointattention.segmentation;

import org.jointattention.image.LabelSink;
import org.jointattention.image.RowSink;

/** Makes labels of rows of probabilities, and hands on each row at once. */
final class LabelStream implements RowSink {
    private final byte[] labels;
    private final LabelSink sink;

    LabelStream(int width, LabelSink sink) {
        this.labels = new byte[width];
        this.sink = sink;
    }

    @Override
    public void row(int y, float[] probabilities) {
        LabelRows.label(probabilities, labels, 0, labels.length);
        sink.row(labels);
    }
}
