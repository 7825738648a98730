package org.jointattention.training;

import java.util.Arrays;
import org.jointattention.image.DistanceTransform;

/**
 * The diameter of the largest disc within a mask that covers a pixel (Hildebrand and Ruegsegger,
 * Journal of Microscopy 185, 1997). Discs are painted largest first around the centres of maximal
 * discs; a centre in the inner half of a disc already painted is skipped, which keeps the cost
 * proportional to the mask's area and leaves the few uncovered pixels at 0.
 */
final class LocalThickness {
    /** A neighbour nearer to the centre line by this share of the step has a disc that covers ours. */
    private static final float COVERED = 0.85f;

    private final float[] distance;
    private final int width;
    private final int height;
    private final float[] thickness;
    private final boolean[] inner;

    private LocalThickness(float[] distance, int width, int height) {
        this.distance = distance;
        this.width = width;
        this.height = height;
        this.thickness = new float[distance.length];
        this.inner = new boolean[distance.length];
    }

    /**
     * @param distance what {@link DistanceTransform#within} made
     * @return thickness of each pixel in pixels; 0 outside the mask
     */
    static float[] of(float[] distance, int width, int height) {
        LocalThickness result = new LocalThickness(distance, width, height);
        for (long key : result.centres()) {
            result.paint((int) (Integer.MAX_VALUE - (key & Integer.MAX_VALUE)));
        }
        return result.thickness;
    }

    /** Thickness at the middle of an object whose inscribed disc has the given distance value. */
    private static double fromDistance(double distance) {
        return Math.max(0, 2 * distance - 1);
    }

    /** Centres of maximal discs as keys, largest disc first, then in reading order. */
    private long[] centres() {
        long[] keys = new long[distance.length];
        int count = 0;
        for (int i = 0; i < distance.length; i++) {
            if (distance[i] > 0 && isMaximal(i % width, i / width)) {
                keys[count++] = -(((long) (distance[i] * 64) << 31) | (Integer.MAX_VALUE - i));
            }
        }
        long[] sorted = Arrays.copyOf(keys, count);
        Arrays.sort(sorted);
        for (int k = 0; k < count; k++) {
            sorted[k] = -sorted[k];
        }
        return sorted;
    }

    private boolean isMaximal(int x, int y) {
        float own = distance[y * width + x];
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                float step = dx == 0 || dy == 0 ? 1 : 1.4142135f;
                if ((dx != 0 || dy != 0) && distanceAt(x + dx, y + dy) >= own + COVERED * step) {
                    return false;
                }
            }
        }
        return true;
    }

    private float distanceAt(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : distance[y * width + x];
    }

    private void paint(int centre) {
        if (inner[centre]) {
            return;
        }
        float radius = distance[centre];
        int reach = (int) Math.ceil(radius);
        int cx = centre % width;
        int cy = centre / width;
        for (int y = Math.max(0, cy - reach); y <= Math.min(height - 1, cy + reach); y++) {
            for (int x = Math.max(0, cx - reach); x <= Math.min(width - 1, cx + reach); x++) {
                cover(y * width + x, (x - cx) * (x - cx) + (y - cy) * (y - cy), radius);
            }
        }
    }

    private void cover(int index, int squared, float radius) {
        if (squared >= radius * radius || distance[index] == 0) {
            return;
        }
        if (thickness[index] == 0) {
            thickness[index] = (float) fromDistance(radius);
        }
        inner[index] |= 4 * squared <= radius * radius;
    }
}
