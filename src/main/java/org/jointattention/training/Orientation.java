package org.jointattention.training;

/**
 * The eight ways to lay a square on itself. Output pixel (x, y), measured from the centre, shows
 * source pixel (sx * x, sy * y), or (sx * y, sy * x) where transposed.
 */
enum Orientation {
    IDENTITY(false, 1, 1),
    FLIP_X(false, -1, 1),
    FLIP_Y(false, 1, -1),
    HALF_TURN(false, -1, -1),
    TRANSPOSE(true, 1, 1),
    TURN_LEFT(true, -1, 1),
    TURN_RIGHT(true, 1, -1),
    ANTI_TRANSPOSE(true, -1, -1);

    private final boolean transposed;
    private final int signX;
    private final int signY;

    Orientation(boolean transposed, int signX, int signY) {
        this.transposed = transposed;
        this.signX = signX;
        this.signY = signY;
    }

    boolean transposed() {
        return transposed;
    }

    boolean flippedX() {
        return signX < 0;
    }

    boolean flippedY() {
        return signY < 0;
    }

    int signX() {
        return signX;
    }

    int signY() {
        return signY;
    }

    /** A turn does not mirror. */
    boolean isTurn() {
        return transposed == (signX != signY);
    }
}
