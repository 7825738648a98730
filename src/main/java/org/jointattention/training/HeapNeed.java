package org.jointattention.training;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jointattention.image.ImageHeader;

/**
 * What the images of a training take of Java's memory. Raw, as they are read: 4 bytes a value and one for the label of
 * each pixel. Prepared, the training part alone: 4 bytes a value after resizing, and a label a pixel where it is resized.
 * All are in memory to the end.
 */
final class HeapNeed {
    /** Batches, weights, the program itself. */
    static final long REST = 64L << 20;

    private static final int VALUE_BYTES = 4;
    private static final double GB = 1e9;

    private final int slices;
    private int images;
    private double raw;
    private double prepared;

    HeapNeed() {
        this(1);
    }

    /** @param slices that are seen at once: each pixel is kept as often */
    HeapNeed(int slices) {
        this.slices = slices;
    }

    /**
     * From the headers of the files; files without a readable header do not count.
     *
     * @param scale of the prepared images; 0 where it is not known yet
     * @param trainShare share of these images that is trained on, 0 to 1
     */
    HeapNeed addFiles(FilePairs files, double scale, double trainShare) {
        for (FilePair pair : files.pairs()) {
            Optional<ImageHeader> header = ImageHeader.of(pair.imageFile());
            header.ifPresent(image -> add(image.pixels(), image.channels() * slices, scale, trainShare));
        }
        return this;
    }

    /** An open image, of a scale that is not known yet. */
    void addImage(ImagePlus image, double trainShare) {
        long planes = (long) image.getNSlices() * image.getNFrames();
        int channels = image.getType() == ImagePlus.COLOR_RGB ? 3 : image.getNChannels();
        add(planes * image.getWidth() * image.getHeight(), channels * slices, 0, trainShare);
    }

    /** What is in memory already, and what preparing it will add. */
    static HeapNeed of(Split split, double scale) {
        HeapNeed need = new HeapNeed();
        split.train().samples().forEach(sample -> need.add(sample, scale, 1));
        split.validation().samples().forEach(sample -> need.add(sample, scale, 0));
        return need;
    }

    private void add(Sample sample, double scale, double trainShare) {
        add(sample.labels().length, sample.image().channels(), scale, trainShare);
    }

    private void add(long pixels, int channels, double scale, double trainShare) {
        images++;
        raw += pixels * (VALUE_BYTES * channels + 1.0);
        double labels = scale == 1 ? 0 : 1;
        prepared += trainShare * pixels * scale * scale * (VALUE_BYTES * channels + labels);
    }

    /** Bytes. */
    double bytes() {
        return raw + prepared + REST;
    }

    /**
     * @param heap bytes that Java may use
     * @throws MemoryException if that is less than needed
     */
    void check(long heap) {
        if (bytes() <= heap) {
            return;
        }
        List<String> advice = new ArrayList<>();
        advice.add(
                String.format(Locale.ROOT, "give Java %d GB of memory", (long) Math.ceil(1.1 * bytes() / (1L << 30))));
        advice.add("train on fewer or smaller images");
        if (raw + REST < heap) {
            advice.add("set a smaller scale, such as 0.5");
        }
        throw new MemoryException(String.format(
                Locale.ROOT,
                "The %d images with their masks need about %.2f GB of Java's memory, but it may use %.2f GB. Choose one:"
                        + " %s.",
                images,
                bytes() / GB,
                heap / GB,
                String.join("; or ", advice)));
    }
}
