package org.jointattention.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jointattention.image.DistanceTransform;
import org.jointattention.training.Components.Component;

/**
 * Gathers the sizes of one class's objects over several samples. Pixels that nobody labelled bound an
 * object as other classes do. Of a sample above {@value #WINDOW} pixels a side only the window with
 * most pixels of the class is measured.
 */
final class GeometryMeter {
    private static final int WINDOW = 2048;
    /** Histogram bins a pixel of thickness. */
    private static final int BINS = 4;

    private final int label;
    private final long[] thicknesses = new long[BINS * (WINDOW + 1)];
    private final List<Component> components = new ArrayList<>();
    private int samples;

    GeometryMeter(int label) {
        this.label = label;
    }

    /** One more sample, which has no object of the class. */
    void addNone() {
        samples++;
    }

    /** Measures the class's objects in one more sample. */
    void add(Sample sample) {
        samples++;
        int[] window = window(sample);
        int[] box = box(sample, window);
        if (box[2] <= box[0]) {
            return;
        }
        int width = box[2] - box[0];
        int height = box[3] - box[1];
        boolean[] mask = mask(sample, box);
        float[] distance = DistanceTransform.within(mask, width, height, limit(window));
        components.addAll(Components.of(mask, width, height));
        for (float value : LocalThickness.of(distance, width, height)) {
            if (value > 0) {
                thicknesses[Math.round(value * BINS)]++;
            }
        }
    }

    ClassGeometry result() {
        if (components.isEmpty()) {
            return new ClassGeometry(label, 0, 0, 0);
        }
        return new ClassGeometry(label, medianThickness(), typicalDiameter(), (double) components.size() / samples);
    }

    private double medianThickness() {
        long total = 0;
        for (long count : thicknesses) {
            total += count;
        }
        long below = 0;
        int bin = 0;
        while (2 * (below + thicknesses[bin]) < total) {
            below += thicknesses[bin++];
        }
        return (double) bin / BINS;
    }

    private double typicalDiameter() {
        components.sort(Comparator.comparingInt(component -> component.area));
        long total = components.stream().mapToLong(component -> component.area).sum();
        long below = 0;
        int index = 0;
        while (2 * (below + components.get(index).area) < total) {
            below += components.get(index++).area;
        }
        return components.get(index).equivalentDiameter();
    }

    /** The part to measure: left, top, right, bottom (exclusive). */
    private int[] window(Sample sample) {
        int width = sample.image().width();
        int height = sample.image().height();
        int[] best = {0, 0, Math.min(WINDOW, width), Math.min(WINDOW, height)};
        long most = -1;
        for (int y = 0; y < height; y += WINDOW) {
            for (int x = 0; x < width; x += WINDOW) {
                int[] part = {x, y, Math.min(x + WINDOW, width), Math.min(y + WINDOW, height)};
                long count = width > WINDOW || height > WINDOW ? count(sample, part) : 0;
                if (count > most) {
                    most = count;
                    best = part;
                }
            }
        }
        return best;
    }

    /** With it an object is at most as thick as the window's shorter side. */
    private static float limit(int[] window) {
        return (Math.min(window[2] - window[0], window[3] - window[1]) + 1) / 2f;
    }

    private long count(Sample sample, int[] part) {
        long count = 0;
        for (int y = part[1]; y < part[3]; y++) {
            for (int x = part[0]; x < part[2]; x++) {
                count += sample.label(x, y) == label ? 1 : 0;
            }
        }
        return count;
    }

    /** The class's bounding box within the window with a margin of one pixel; empty where it has no pixel. */
    private int[] box(Sample sample, int[] window) {
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1};
        for (int y = window[1]; y < window[3]; y++) {
            for (int x = window[0]; x < window[2]; x++) {
                if (sample.label(x, y) == label) {
                    box[0] = Math.min(box[0], x - 1);
                    box[1] = Math.min(box[1], y - 1);
                    box[2] = Math.max(box[2], x + 2);
                    box[3] = Math.max(box[3], y + 2);
                }
            }
        }
        box[0] = Math.max(box[0], window[0]);
        box[1] = Math.max(box[1], window[1]);
        box[2] = Math.min(box[2], window[2]);
        box[3] = Math.min(box[3], window[3]);
        return box;
    }

    private boolean[] mask(Sample sample, int[] box) {
        int width = box[2] - box[0];
        boolean[] mask = new boolean[width * (box[3] - box[1])];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = sample.label(box[0] + i % width, box[1] + i / width) == label;
        }
        return mask;
    }
}
