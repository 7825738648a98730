package org.jointattention.training;

import java.util.Objects;

/** What batches are to be like. Immutable: each {@code with} method returns a changed copy. */
public final class BatchOptions {
    private final int batch;
    private final int patch;
    private final long seed;
    private final double foregroundFraction;
    private final Augmentation augmentation;

    private BatchOptions(int batch, int patch, long seed, double foregroundFraction, Augmentation augmentation) {
        if (batch < 1 || patch < 1) {
            throw new IllegalArgumentException(
                    "A batch of " + batch + " patches of " + patch + " pixels is empty; both must be 1 or more.");
        }
        if (!(foregroundFraction >= 0 && foregroundFraction <= 1)) {
            throw new IllegalArgumentException(
                    "The foreground fraction is " + foregroundFraction + "; it must be 0 to 1.");
        }
        this.batch = batch;
        this.patch = patch;
        this.seed = seed;
        this.foregroundFraction = foregroundFraction;
        this.augmentation = Objects.requireNonNull(augmentation);
    }

    /**
     * One patch in three centred on foreground, no augmentation.
     *
     * @param batch patches a batch
     * @param patch height and width of a patch
     * @param seed of the data order, the patches and the augmentation
     */
    public static BatchOptions of(int batch, int patch, long seed) {
        return new BatchOptions(batch, patch, seed, 1.0 / 3, Augmentation.none());
    }

    /** @param value share of the patches centred on a pixel of some class but 0, 0 to 1 */
    public BatchOptions withForegroundFraction(double value) {
        return new BatchOptions(batch, patch, seed, value, augmentation);
    }

    public BatchOptions withAugmentation(Augmentation value) {
        return new BatchOptions(batch, patch, seed, foregroundFraction, value);
    }

    public int batch() {
        return batch;
    }

    public int patch() {
        return patch;
    }

    public long seed() {
        return seed;
    }

    public double foregroundFraction() {
        return foregroundFraction;
    }

    public Augmentation augmentation() {
        return augmentation;
    }
}
