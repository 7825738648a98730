package org.jointattention.image;

/**
 * Continues an image beyond its border by mirroring at the border pixels, which are not repeated:
 * {@code dcb|abcd|cba}, as often as needed. An extent of one pixel repeats that pixel.
 */
public final class Mirror {
    private Mirror() {}

    /** The position inside {@code 0 .. extent - 1} that stands for any position. */
    public static int index(long position, int extent) {
        if (position >= 0 && position < extent) {
            return (int) position;
        }
        if (extent == 1) {
            return 0;
        }
        long period = 2L * extent - 2;
        long phase = Math.floorMod(position, period);
        return (int) (phase < extent ? phase : period - phase);
    }

    /** The positions that stand for {@code start .. start + count - 1}. */
    static int[] indices(long start, int count, int extent) {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = index(start + i, extent);
        }
        return indices;
    }
}
