package org.jointattention.engine;

import java.util.Objects;

/**
 * How a trainer is to run. Immutable: each {@code with} method returns a changed copy, or throws an
 * {@link EngineException} if the value is out of range.
 */
public final class TrainerOptions {
    private final int batch;
    private final int patch;
    private final float[] classWeights;
    private final double weightDecay;
    private final double averaging;
    private final int threads;
    private final DeviceChoice device;

    private TrainerOptions(
            int batch,
            int patch,
            float[] classWeights,
            double weightDecay,
            double averaging,
            int threads,
            DeviceChoice device) {
        this.batch = Ranges.atLeast("batch", batch, 1);
        this.patch = Ranges.atLeast("size of a patch", patch, 1);
        this.classWeights = Ranges.finiteAndPositive("weight of a class", classWeights);
        this.weightDecay = Ranges.finiteAndNotNegative("weight decay", weightDecay);
        this.averaging = Ranges.from0ToBelow1("averaging of the weights", averaging);
        this.threads = Ranges.atLeast("number of threads", threads, 0);
        this.device = Objects.requireNonNull(device);
    }

    /**
     * @param batch patches a step
     * @param patch height and width of a patch
     * @param classWeights weight of each class in the cross-entropy
     */
    public static TrainerOptions of(int batch, int patch, float[] classWeights) {
        return new TrainerOptions(batch, patch, classWeights, 1e-4, 0, 0, DeviceChoice.AUTO);
    }

    /** @param value AdamW's decoupled weight decay, applied to convolution kernels */
    public TrainerOptions withWeightDecay(double value) {
        return new TrainerOptions(batch, patch, classWeights, value, averaging, threads, device);
    }

    /** @param value decay of the moving average of the weights, 0 (none) to below 1 */
    public TrainerOptions withAveraging(double value) {
        return new TrainerOptions(batch, patch, classWeights, weightDecay, value, threads, device);
    }

    /** @param value number of threads; 0 for one a processor */
    public TrainerOptions withThreads(int value) {
        return new TrainerOptions(batch, patch, classWeights, weightDecay, averaging, value, device);
    }

    public TrainerOptions withDevice(DeviceChoice value) {
        return new TrainerOptions(batch, patch, classWeights, weightDecay, averaging, threads, value);
    }

    public int batch() {
        return batch;
    }

    public int patch() {
        return patch;
    }

    public float[] classWeights() {
        return classWeights.clone();
    }

    public double weightDecay() {
        return weightDecay;
    }

    public double averaging() {
        return averaging;
    }

    public int threads() {
        return threads;
    }

    public DeviceChoice device() {
        return device;
    }
}
