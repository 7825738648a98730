package org.jointattention.training;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import java.util.Random;

/** Open images of bright discs on a dark noisy ground, with label images of class 1. */
public final class Discs {
    private static final int RADIUS = 6;

    private Discs() {}

    /** A stack of so many slices of 40x40 pixels, one disc each; the same for the same seed. */
    public static ImagePlus image(String title, int slices, long seed) {
        return stack(title, slices, seed, false);
    }

    /** The label image of {@link #image} of the same slices and seed. */
    public static ImagePlus labels(String title, int slices, long seed) {
        return stack(title, slices, seed, true);
    }

    private static ImagePlus stack(String title, int slices, long seed, boolean labels) {
        Random random = new Random(seed);
        ImageStack stack = new ImageStack(40, 40);
        for (int z = 0; z < slices; z++) {
            stack.addSlice(slice(random, labels));
        }
        return new ImagePlus(title, stack);
    }

    private static ByteProcessor slice(Random random, boolean labels) {
        int cx = RADIUS + random.nextInt(40 - 2 * RADIUS);
        int cy = RADIUS + random.nextInt(40 - 2 * RADIUS);
        ByteProcessor pixels = new ByteProcessor(40, 40);
        for (int i = 0; i < 1600; i++) {
            boolean inside = Math.hypot(i % 40 - cx, i / 40 - cy) <= RADIUS;
            int noise = random.nextInt(20);
            pixels.set(i, labels ? (inside ? 1 : 0) : (inside ? 150 : 60) + noise);
        }
        return pixels;
    }
}
