package org.jointattention.segmentation;

/** The eight ways to lay a square onto itself: a transposition, then flips. */
public enum Symmetry {
    IDENTITY(false, false, false),
    FLIP_X(false, true, false),
    FLIP_Y(false, false, true),
    TURN_180(false, true, true),
    TRANSPOSE(true, false, false),
    TURN_90(true, true, false),
    TURN_270(true, false, true),
    TRANSVERSE(true, true, true);

    private final boolean transposed;
    private final boolean flippedX;
    private final boolean flippedY;

    Symmetry(boolean transposed, boolean flippedX, boolean flippedY) {
        this.transposed = transposed;
        this.flippedX = flippedX;
        this.flippedY = flippedY;
    }

    /** Whether rows become columns, so that height and width must be equal. */
    public boolean transposes() {
        return transposed;
    }

    /**
     * Transforms an image.
     *
     * @param source height x width x channels values
     * @param target receives height x width x channels values, from the offset on
     */
    void apply(float[] source, float[] target, int offset, int height, int width, int channels) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int position = (y * width + x) * channels;
                System.arraycopy(source, origin(y, x, height, width) * channels, target, offset + position, channels);
            }
        }
    }

    /**
     * Undoes {@link #apply}.
     *
     * @param source holds height x width x channels values, from the offset on
     * @param target receives height x width x channels values
     */
    void undo(float[] source, int offset, float[] target, int height, int width, int channels) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int position = (y * width + x) * channels;
                System.arraycopy(source, offset + position, target, origin(y, x, height, width) * channels, channels);
            }
        }
    }

    /** Where the pixel at (y, x) of the transformed image was, as y * width + x. */
    private int origin(int y, int x, int height, int width) {
        int flippedColumn = flippedX ? width - 1 - x : x;
        int flippedRow = flippedY ? height - 1 - y : y;
        return transposed ? flippedColumn * width + flippedRow : flippedRow * width + flippedColumn;
    }
}
