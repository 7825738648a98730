package org.jointattention.segmentation;

/** Where the pixels of an axis lie on the same axis with another number of pixels: outer edges match. */
final class ScaledAxis {
    private final int source;
    private final double step;

    /**
     * @param source number of pixels that there are
     * @param extent number of pixels wanted
     */
    ScaledAxis(int source, int extent) {
        this.source = source;
        this.step = (double) source / extent;
    }

    /** Where the centre of a pixel lies in the source, 0 at the centre of its first pixel; not beyond the outer ones. */
    private double position(long index) {
        return Math.min(source - 1, Math.max(0, (index + 0.5) * step - 0.5));
    }

    /** The source pixel at a pixel's centre, or left of it. */
    int left(long index) {
        return (int) position(index);
    }

    /** The source pixel right of the left one; the same at the end. */
    int right(long index) {
        return Math.min(left(index) + 1, source - 1);
    }

    /** How much the right one counts, 0 to 1. */
    float fraction(long index) {
        return (float) (position(index) - left(index));
    }
}
