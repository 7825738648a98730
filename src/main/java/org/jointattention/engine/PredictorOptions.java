package org.jointattention.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * How a predictor is to run. Immutable: each {@code with} method returns a changed copy, or throws an
 * {@link EngineException} if the value is out of range.
 */
public final class PredictorOptions {
    private final int batch;
    private final int height;
    private final int width;
    private final int threads;
    private final DeviceChoice device;
    private final Precision precision;
    private final Optional<float[]> sample;

    private PredictorOptions(
            int batch,
            int height,
            int width,
            int threads,
            DeviceChoice device,
            Precision precision,
            Optional<float[]> sample) {
        this.batch = Ranges.atLeast("batch", batch, 1);
        this.height = Ranges.atLeast("height of a tile", height, 1);
        this.width = Ranges.atLeast("width of a tile", width, 1);
        this.threads = Ranges.atLeast("number of threads", threads, 0);
        this.device = Objects.requireNonNull(device);
        this.precision = Objects.requireNonNull(precision);
        this.sample = sample;
    }

    /** One tile of the given size at a time, all threads, any device, float32. */
    public static PredictorOptions tile(int height, int width) {
        return new PredictorOptions(1, height, width, 0, DeviceChoice.AUTO, Precision.FLOAT32, Optional.empty());
    }

    public PredictorOptions withBatch(int value) {
        return new PredictorOptions(value, height, width, threads, device, precision, sample);
    }

    /** @param value number of threads; 0 for one a processor */
    public PredictorOptions withThreads(int value) {
        return new PredictorOptions(batch, height, width, value, device, precision, sample);
    }

    public PredictorOptions withDevice(DeviceChoice value) {
        return new PredictorOptions(batch, height, width, threads, value, precision, sample);
    }

    public PredictorOptions withPrecision(Precision value) {
        return new PredictorOptions(batch, height, width, threads, device, value, sample);
    }

    /**
     * What {@link Precision#AUTO} judges the agreement of the precisions on, instead of random noise.
     *
     * @param tile one normalised tile of the first of the images to come, height x width x channels finite
     *     values; copied. The engine refuses another length
     */
    public PredictorOptions withSample(float[] tile) {
        return new PredictorOptions(batch, height, width, threads, device, precision, Optional.of(tile.clone()));
    }

    public int batch() {
        return batch;
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    public int threads() {
        return threads;
    }

    public DeviceChoice device() {
        return device;
    }

    public Precision precision() {
        return precision;
    }

    /** A copy of the tile that {@link Precision#AUTO} judges on, where there is one. */
    public Optional<float[]> sample() {
        return sample.map(float[]::clone);
    }
}
