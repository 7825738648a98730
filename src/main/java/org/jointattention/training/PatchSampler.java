package org.jointattention.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the patches of each batch lie: a pure function of seed, step and index in the batch, so that
 * training can go on from any step. An epoch visits every sample once per patch area that it covers,
 * rounded, at least once and at most 64 times, in an order drawn anew for each epoch; samples without
 * any label are never visited. Patches lie within the image where it is large enough, and show at
 * least one labelled pixel.
 */
public final class PatchSampler {
    static final int MAX_VISITS = 64;
    private static final byte UNLABELLED = -1;
    private static final int ORDER = 1;
    private static final int POSITION = 2;
    private static final int PIXELS = 3;

    private final List<Sample> samples;
    private final List<PixelIndex> pixels = new ArrayList<>();
    private final BatchOptions options;
    private final int[] visits;
    private volatile Epoch latest;

    /**
     * @param classes number of classes, background included
     * @throws IllegalArgumentException if no sample has a labelled pixel, or a label is no class
     */
    public PatchSampler(List<Sample> samples, int classes, BatchOptions options) {
        this.samples = new ArrayList<>(samples);
        this.options = options;
        for (int i = 0; i < samples.size(); i++) {
            pixels.add(new PixelIndex(samples.get(i), classes, FastRandom.of(options.seed(), PIXELS, i)));
        }
        visits = IntStream.range(0, samples.size())
                .flatMap(i -> IntStream.generate(() -> i).limit(visits(i)))
                .toArray();
        if (visits.length == 0) {
            throw new IllegalArgumentException("No sample has a labelled pixel to train on.");
        }
        latest = new Epoch(0);
    }

    /** Patches in an epoch. */
    int epochLength() {
        return visits.length;
    }

    /** Where patch {@code index} of the batch of this step lies; may be asked from any thread. */
    public PatchPosition position(long step, int index) {
        long draw = step * options.batch() + index;
        int sample = visits[epoch(draw / visits.length).order[(int) (draw % visits.length)]];
        FastRandom random = FastRandom.of(options.seed(), POSITION, step, index);
        boolean foreground = random.nextDouble() < options.foregroundFraction();
        PixelIndex labelled = pixels.get(sample);
        if (foreground && labelled.foregroundClasses() > 0) {
            return around(sample, labelled.foreground(random));
        }
        PatchPosition position = anywhere(sample, random);
        if (labelled.isSparse() && isUnlabelled(position)) {
            return around(sample, labelled.labelled(random));
        }
        return position;
    }

    private long visits(int sample) {
        if (pixels.get(sample).isUnlabelled()) {
            return 0;
        }
        double patches = samples.get(sample).labels().length / ((double) options.patch() * options.patch());
        return Math.max(1, Math.min(MAX_VISITS, Math.round(patches)));
    }

    private Epoch epoch(long number) {
        Epoch known = latest;
        if (known.number != number) {
            known = new Epoch(number);
            latest = known;
        }
        return known;
    }

    private PatchPosition anywhere(int sample, FastRandom random) {
        int spareX = samples.get(sample).image().width() - options.patch();
        int spareY = samples.get(sample).image().height() - options.patch();
        int left = Math.min(0, spareX) + random.nextInt(Math.abs(spareX) + 1);
        int top = Math.min(0, spareY) + random.nextInt(Math.abs(spareY) + 1);
        return new PatchPosition(sample, left, top);
    }

    private PatchPosition around(int sample, int pixel) {
        int width = samples.get(sample).image().width();
        int height = samples.get(sample).image().height();
        return new PatchPosition(sample, start(pixel % width, width), start(pixel / width, height));
    }

    /** Puts the pixel in the middle, or as near as the image's border lets. */
    private int start(int pixel, int length) {
        int spare = length - options.patch();
        int centred = pixel - options.patch() / 2;
        return Math.max(Math.min(0, spare), Math.min(Math.max(0, spare), centred));
    }

    private boolean isUnlabelled(PatchPosition position) {
        Sample sample = samples.get(position.sample());
        int width = sample.image().width();
        int right = Math.min(width, position.left() + options.patch());
        int bottom = Math.min(sample.image().height(), position.top() + options.patch());
        for (int y = Math.max(0, position.top()); y < bottom; y++) {
            for (int x = Math.max(0, position.left()); x < right; x++) {
                if (sample.labels()[y * width + x] != UNLABELLED) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The order of one epoch. */
    private final class Epoch {
        private final long number;
        private final int[] order;

        Epoch(long number) {
            this.number = number;
            this.order = FastRandom.of(options.seed(), ORDER, number).permutation(visits.length);
        }
    }
}
