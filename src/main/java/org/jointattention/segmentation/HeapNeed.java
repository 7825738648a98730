package org.jointattention.segmentation;

import ij.ImagePlus;
import java.util.Locale;
import java.util.Set;

/** Java memory that the results of an image need. */
public final class HeapNeed {
    private static final double MIB = 1 << 20;

    private final String image;
    private final long bytes;

    /**
     * @param classes of the model
     * @param outputs what will be made, beside the labels themselves
     */
    public HeapNeed(ImagePlus image, int classes, Set<Output> outputs) {
        this.image = image.getTitle();
        long pixels = (long) image.getWidth() * image.getHeight();
        long planes = (long) image.getNSlices() * image.getNFrames();
        long bytesOfPlane = outputs.contains(Output.PROBABILITIES) ? 1 + 4L * classes : 1;
        // one plane of probabilities is kept twice while it is sorted into channels
        long twice = outputs.contains(Output.PROBABILITIES) ? 4L * classes * pixels : 0;
        this.bytes = pixels * planes * bytesOfPlane + twice;
    }

    /**
     * Refuses before the work what cannot be finished.
     *
     * @param free bytes that Java may still take
     * @throws SegmentationException if they are too few; the message says what to do
     */
    public void check(long free) {
        if (bytes > free) {
            throw new SegmentationException(String.format(
                    Locale.ROOT,
                    "The results of \"%s\" need %.0f MiB, but %.0f MiB of Java's memory are free. Close images, segment a"
                            + " part of the image at a time, ask for labels only, or give Java more memory (Edit >"
                            + " Options > Memory & Threads...).",
                    image,
                    Math.ceil(bytes / MIB),
                    free / MIB));
        }
    }

    /** Bytes that Java may still take; what nobody uses any longer is thrown away first. */
    public static long free() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }
}
