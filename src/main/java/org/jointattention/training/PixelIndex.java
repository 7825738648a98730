package org.jointattention.training;

import java.util.Arrays;
import org.jointattention.model.ModelSpec;

/**
 * Where in a sample each foreground class is: up to 2000 pixels a class, an even random choice of all
 * (Vitter's reservoir). Where some pixels are unlabelled, also a choice of the labelled ones.
 */
final class PixelIndex {
    static final int CAPACITY = 2000;

    private final int[][] byClass;
    private final int[] labelled;
    private final boolean sparse;

    /** @throws IllegalArgumentException if a label is neither a class nor 255 */
    PixelIndex(Sample sample, int classes, FastRandom random) {
        byte[] labels = sample.labels();
        int[] counts = counts(sample, classes);
        sparse = counts[ModelSpec.IGNORE] > 0;
        int[][] chosen = new int[classes][];
        for (int id = 1; id < classes; id++) {
            chosen[id] = new int[Math.min(CAPACITY, counts[id])];
        }
        labelled = new int[sparse ? Math.min(CAPACITY, labels.length - counts[ModelSpec.IGNORE]) : 0];
        int[] seen = new int[classes];
        int seenLabelled = 0;
        for (int i = 0; i < labels.length; i++) {
            int id = labels[i] & 0xff;
            if (id == ModelSpec.IGNORE) {
                continue;
            }
            if (id > 0) {
                offer(chosen[id], i, seen[id]++, random);
            }
            if (sparse) {
                offer(labelled, i, seenLabelled++, random);
            }
        }
        byClass = Arrays.stream(chosen)
                .filter(pixels -> pixels != null && pixels.length > 0)
                .toArray(int[][]::new);
    }

    /** Number of foreground classes that the sample has. */
    int foregroundClasses() {
        return byClass.length;
    }

    /** A pixel of a random one of the sample's foreground classes. */
    int foreground(FastRandom random) {
        return pick(byClass[random.nextInt(byClass.length)], random);
    }

    /** Whether some pixels are unlabelled. */
    boolean isSparse() {
        return sparse;
    }

    /** Whether no pixel is labelled. */
    boolean isUnlabelled() {
        return sparse && labelled.length == 0;
    }

    /** A labelled pixel of a sparse sample. */
    int labelled(FastRandom random) {
        return pick(labelled, random);
    }

    private static int[] counts(Sample sample, int classes) {
        int[] counts = new int[256];
        for (byte label : sample.labels()) {
            counts[label & 0xff]++;
        }
        for (int id = classes; id < ModelSpec.IGNORE; id++) {
            if (counts[id] > 0) {
                throw new IllegalArgumentException(sample.name() + " has pixels of class " + id
                        + ", but the classes are 0 to " + (classes - 1) + ".");
            }
        }
        return counts;
    }

    private static void offer(int[] reservoir, int pixel, int seen, FastRandom random) {
        int place = seen < reservoir.length ? seen : random.nextInt(seen + 1);
        if (place < reservoir.length) {
            reservoir[place] = pixel;
        }
    }

    private static int pick(int[] pixels, FastRandom random) {
        return pixels[random.nextInt(pixels.length)];
    }
}
