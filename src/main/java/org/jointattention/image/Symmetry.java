package org.jointattention.image;

/**
 * The eight ways to lay a square onto itself. Pixel (x, y) of the result, measured from the centre, shows source pixel
 * (signX * x, signY * y), or (signX * y, signY * x) where transposed. Turns are clockwise.
 *
 * <p>Random draws pick constants by their order: another order would change what a seed means.
 */
public enum Symmetry {
    IDENTITY(false, 1, 1),
    FLIP_X(false, -1, 1),
    FLIP_Y(false, 1, -1),
    TURN_180(false, -1, -1),
    TRANSPOSE(true, 1, 1),
    TURN_270(true, -1, 1),
    TURN_90(true, 1, -1),
    TRANSVERSE(true, -1, -1);

    private final boolean transposed;
    private final int signX;
    private final int signY;

    Symmetry(boolean transposed, int signX, int signY) {
        this.transposed = transposed;
        this.signX = signX;
        this.signY = signY;
    }

    /** Whether rows become columns, so that height and width must be equal. */
    public boolean transposes() {
        return transposed;
    }

    /** -1 where the source's columns are counted from the right, else 1. */
    public int signX() {
        return signX;
    }

    /** -1 where the source's rows are counted from below, else 1. */
    public int signY() {
        return signY;
    }

    /** Whether it turns, by 0 degrees at least, and does not mirror. */
    public boolean isTurn() {
        return transposed == (signX != signY);
    }

    /**
     * Transforms an image.
     *
     * @param source height x width x channels values
     * @param target receives height x width x channels values, from the offset on
     */
    public void apply(float[] source, float[] target, int offset, int height, int width, int channels) {
        if (this == IDENTITY) {
            System.arraycopy(source, 0, target, offset, height * width * channels);
            return;
        }
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
    public void undo(float[] source, int offset, float[] target, int height, int width, int channels) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int position = (y * width + x) * channels;
                System.arraycopy(source, offset + position, target, origin(y, x, height, width) * channels, channels);
            }
        }
    }

    /** Where the pixel at (y, x) of the transformed image was, as y * width + x. */
    private int origin(int y, int x, int height, int width) {
        int column = transposed ? y : x;
        int row = transposed ? x : y;
        int sourceColumn = signX > 0 ? column : width - 1 - column;
        int sourceRow = signY > 0 ? row : height - 1 - row;
        return sourceRow * width + sourceColumn;
    }
}
