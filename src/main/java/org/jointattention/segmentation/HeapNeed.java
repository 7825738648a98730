package org.jointattention.segmentation;

import ij.ImagePlus;
import java.util.Locale;
import java.util.Set;

/** Java memory that the results of an image need. */
public final class HeapNeed {
    private static final double MIB = 1 << 20;

    /** An estimate below this part of Java's memory is not worth a look at what is free. */
    private static final int SMALL_PART = 4;

    /** The picture itself, and once more while it is written. */
    private static final long OVERLAY_BYTES = 8;

    private final String image;
    private final long bytes;

    /**
     * Where all labels stay in memory.
     *
     * @param classes of the model
     * @param outputs what will be made, beside the labels themselves
     */
    public HeapNeed(ImagePlus image, int classes, Set<Output> outputs) {
        this(image, bytes(image, classes, outputs));
    }

    private HeapNeed(ImagePlus image, long bytes) {
        this.image = image.getTitle();
        this.bytes = bytes;
    }

    /**
     * Where labels go to a file row by row; only probabilities make all of them stay, and a picture those of its plane.
     *
     * @param outputs what will be made
     */
    static HeapNeed ofFile(ImagePlus image, int classes, Set<Output> outputs) {
        if (outputs.contains(Output.PROBABILITIES)) {
            return new HeapNeed(image, classes, outputs);
        }
        return new HeapNeed(image, outputs.contains(Output.OVERLAY) ? pixels(image) * (1 + OVERLAY_BYTES) : 0);
    }

    private static long bytes(ImagePlus image, int classes, Set<Output> outputs) {
        long planes = (long) image.getNSlices() * image.getNFrames();
        boolean probabilities = outputs.contains(Output.PROBABILITIES);
        long bytesOfPixel = probabilities ? 1 + 4L * classes : 1;
        // one plane of probabilities is kept twice while it is sorted into channels; after that comes the picture
        long atATime = Math.max(probabilities ? 4L * classes : 0, outputs.contains(Output.OVERLAY) ? OVERLAY_BYTES : 0);
        return pixels(image) * (planes * bytesOfPixel + atATime);
    }

    private static long pixels(ImagePlus image) {
        return (long) image.getWidth() * image.getHeight();
    }

    /**
     * As {@link #check} with what is free now; what is small beside all of Java's memory passes, without a look.
     *
     * @throws SegmentationException if too little is free; the message says what to do
     */
    void checkWhereLarge() {
        if (bytes > Runtime.getRuntime().maxMemory() / SMALL_PART) {
            check(free());
        }
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
                            + " part of the image at a time, ask for labels only (no probabilities, no overlay), or give"
                            + " Java more memory (Edit > Options > Memory & Threads..., or --heap before a command).",
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
