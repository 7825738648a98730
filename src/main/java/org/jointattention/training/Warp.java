package org.jointattention.training;

import org.jointattention.image.FloatPlane;
import org.jointattention.image.Mirror;
import org.jointattention.image.Symmetry;

/**
 * Takes a square patch out of a sample: a copy where pixels fall on pixels, else bilinear values and
 * nearest labels in one pass. Beyond the image's border both are mirrored. Not for several threads.
 */
final class Warp {
    private final int size;
    private final float[] xs;
    private final float[] ys;
    private final int[] columns;
    private final int[] rows;

    Warp(int size) {
        this.size = size;
        this.xs = new float[size];
        this.ys = new float[size];
        this.columns = new int[size];
        this.rows = new int[size];
    }

    /** Copies the patch that begins at (left, top), laid as the orientation says. */
    void copy(Sample sample, int left, int top, Symmetry orientation, PatchTarget target) {
        FloatPlane image = sample.image();
        indices(columns, left, orientation.signX(), image.width());
        indices(rows, top, orientation.signY(), image.height());
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int column = columns[orientation.transposes() ? y : x];
                int row = rows[orientation.transposes() ? x : y];
                copyPixel(sample, row * image.width() + column, target, y * size + x);
            }
        }
    }

    private void indices(int[] indices, int start, int sign, int length) {
        for (int i = 0; i < size; i++) {
            indices[i] = Mirror.index(start + (sign > 0 ? i : size - 1 - i), length);
        }
    }

    private static void copyPixel(Sample sample, int from, PatchTarget target, int to) {
        int channels = target.channels();
        float[] values = sample.image().values();
        target.labels()[target.labelOffset() + to] = sample.labels()[from];
        int out = target.imageOffset() + to * channels;
        for (int c = 0; c < channels; c++) {
            target.images()[out + c] = values[from * channels + c];
        }
    }

    /** Resamples the patch that begins at (left, top), changed as the geometry says. */
    void resample(Sample sample, int left, int top, Geometry geometry, PatchTarget target) {
        for (int y = 0; y < size; y++) {
            geometry.row(y, left, top, xs, ys);
            labelRow(sample, target, y);
            if (target.channels() == 1) {
                greyRow(sample.image(), target, y);
            } else {
                imageRow(sample.image(), target, y);
            }
        }
    }

    private void labelRow(Sample sample, PatchTarget target, int y) {
        int width = sample.image().width();
        int height = sample.image().height();
        byte[] from = sample.labels();
        byte[] to = target.labels();
        int at = target.labelOffset() + y * size;
        for (int x = 0; x < size; x++) {
            int column = Mirror.index(floor(xs[x] + 0.5f), width);
            int row = Mirror.index(floor(ys[x] + 0.5f), height);
            to[at + x] = from[row * width + column];
        }
    }

    private void greyRow(FloatPlane image, PatchTarget target, int y) {
        int width = image.width();
        int height = image.height();
        float[] from = image.values();
        float[] to = target.images();
        int at = target.imageOffset() + y * size;
        for (int x = 0; x < size; x++) {
            int x0 = floor(xs[x]);
            int y0 = floor(ys[x]);
            float fx = xs[x] - x0;
            float fy = ys[x] - y0;
            int left = Mirror.index(x0, width);
            int right = Mirror.index(x0 + 1, width);
            int top = Mirror.index(y0, height) * width;
            int bottom = Mirror.index(y0 + 1, height) * width;
            float upper = from[top + left] + fx * (from[top + right] - from[top + left]);
            float lower = from[bottom + left] + fx * (from[bottom + right] - from[bottom + left]);
            to[at + x] = upper + fy * (lower - upper);
        }
    }

    private void imageRow(FloatPlane image, PatchTarget target, int y) {
        int channels = image.channels();
        int stride = image.width() * channels;
        float[] from = image.values();
        float[] to = target.images();
        int at = target.imageOffset() + y * size * channels;
        for (int x = 0; x < size; x++) {
            int x0 = floor(xs[x]);
            int y0 = floor(ys[x]);
            float fx = xs[x] - x0;
            float fy = ys[x] - y0;
            int left = Mirror.index(x0, image.width()) * channels;
            int right = Mirror.index(x0 + 1, image.width()) * channels;
            int top = Mirror.index(y0, image.height()) * stride;
            int bottom = Mirror.index(y0 + 1, image.height()) * stride;
            for (int c = 0; c < channels; c++) {
                float upper = from[top + left + c] + fx * (from[top + right + c] - from[top + left + c]);
                float lower = from[bottom + left + c] + fx * (from[bottom + right + c] - from[bottom + left + c]);
                to[at++] = upper + fy * (lower - upper);
            }
        }
    }

    /** Math.floor for values within the range of an int, several times as fast. */
    private static int floor(float value) {
        int truncated = (int) value;
        return value < truncated ? truncated - 1 : truncated;
    }
}
