package org.jointattention.image;

import java.io.Serializable;

/** A rectangle of pixels of a plane. Immutable. */
public final class Region implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int x;
    private final int y;
    private final int width;
    private final int height;

    /**
     * @param x left border, at least 0
     * @param y upper border, at least 0
     * @param width at least 1
     * @param height at least 1
     * @throws IllegalArgumentException if one is out of its range
     */
    public Region(int x, int y, int width, int height) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
        if (x < 0 || y < 0 || width < 1 || height < 1 || right() > Integer.MAX_VALUE || bottom() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("There is no region " + this + ".");
        }
    }

    /** A plane as a whole. */
    public static Region all(int width, int height) {
        return new Region(0, 0, width, height);
    }

    public int x() {
        return x;
    }

    public int y() {
        return y;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The column after the last. */
    public long right() {
        return (long) x + width;
    }

    /** The row after the last. */
    public long bottom() {
        return (long) y + height;
    }

    /** Number of pixels. */
    public long size() {
        return (long) width * height;
    }

    /** Whether it lies in a plane. */
    public boolean isWithin(int planeWidth, int planeHeight) {
        return right() <= planeWidth && bottom() <= planeHeight;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Region
                && x == ((Region) other).x
                && y == ((Region) other).y
                && width == ((Region) other).width
                && height == ((Region) other).height;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * x + y) + width) + height;
    }

    /** As {@code 512x256 at 1024,0}. */
    @Override
    public String toString() {
        return width + "x" + height + " at " + x + "," + y;
    }
}
