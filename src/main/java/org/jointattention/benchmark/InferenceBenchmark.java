package org.jointattention.benchmark;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;

/** Measures inference in this process. */
public final class InferenceBenchmark {
    private final Engine engine;
    private final BenchmarkNetwork network;

    public InferenceBenchmark(Engine engine, BenchmarkNetwork network) {
        this.engine = engine;
        this.network = network;
    }

    /** The matrix product comes last, so that it does not count in the memory. */
    public BenchmarkRow measure(BenchmarkCase wanted) {
        PredictorOptions options = PredictorOptions.tile(wanted.size(), wanted.size())
                .withThreads(wanted.threads())
                .withDevice(wanted.device())
                .withPrecision(wanted.precision());
        try (Predictor predictor = engine.predictor(network.spec(), network.weights(engine), options)) {
            return measure(predictor, wanted);
        }
    }

    private BenchmarkRow measure(Predictor predictor, BenchmarkCase wanted) {
        int pixels = wanted.size() * wanted.size();
        float[] input = noise(pixels * predictor.channels());
        float[] probabilities = new float[pixels * predictor.classes()];
        RunTimes times = RunTimes.measure(() -> predictor.predict(input, probabilities), wanted.seconds());
        OptionalLong memory = ProcessMemory.peakBytes(ProcessMemory.SELF);
        BenchmarkRow row = BenchmarkRow.empty()
                .with(BenchmarkColumn.KIND, wanted.kind().toString())
                .with(BenchmarkColumn.SIZE, wanted.size())
                .with(BenchmarkColumn.BATCH, 1)
                .with(BenchmarkColumn.THREADS, wanted.threads())
                .with(BenchmarkColumn.PRECISION, predictor.precision().name().toLowerCase(Locale.ROOT))
                .with(BenchmarkColumn.DEVICE, predictor.device().name())
                .with(times, pixels)
                .with(BenchmarkColumn.COPIES, CopyTimer.seconds(input.length + probabilities.length) * 1e3, 2);
        if (memory.isPresent()) {
            row = row.with(BenchmarkColumn.MEMORY, memory.getAsLong() / 1e6, 0);
        }
        return withRate(row, predictor, times.best());
    }

    /** The matrix product is computed on the CPU, so that it is a measure for the CPU only. */
    private BenchmarkRow withRate(BenchmarkRow row, Predictor predictor, double seconds) {
        double work = predictor.flops() * 1e-9;
        BenchmarkRow rated = row.with(BenchmarkColumn.WORK, work, 3).with(BenchmarkColumn.RATE, work / seconds, 1);
        if (!predictor.device().name().equals("CPU")) {
            return rated;
        }
        double peak = engine.matrixProductGflops(Integer.parseInt(row.get(BenchmarkColumn.THREADS)));
        return rated.with(BenchmarkColumn.PEAK, peak, 1).with(BenchmarkColumn.SHARE, work / seconds / peak, 2);
    }

    private static float[] noise(int length) {
        Random random = new Random(1);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
