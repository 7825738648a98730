package org.jointattention.benchmark;

import java.util.List;
import java.util.OptionalLong;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Trainer;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.training.Augmentation;
import org.jointattention.training.Batch;
import org.jointattention.training.BatchOptions;
import org.jointattention.training.BatchSource;
import org.jointattention.training.DataSet;
import org.jointattention.training.DataSummary;
import org.jointattention.training.PlanRequest;
import org.jointattention.training.Symmetries;
import org.jointattention.training.TrainingPlan;

/**
 * Measures training in this process: steps on made-up images, with batches made by another thread as in a real
 * training, augmented by flips, turns and all standard effects.
 */
public final class TrainingBenchmark {
    private static final double LEARNING_RATE = 1e-4;
    private static final int LEAST_IMAGE = 512;

    private final Engine engine;
    private final BenchmarkNetwork network;

    public TrainingBenchmark(Engine engine, BenchmarkNetwork network) {
        this.engine = engine;
        this.network = network;
    }

    public BenchmarkRow measure(BenchmarkCase wanted) {
        ModelSpec spec = network.spec();
        DataSet data =
                BenchmarkSamples.of(spec.channels(), spec.classes().size(), Math.max(LEAST_IMAGE, 2 * wanted.size()));
        TrainingPlan plan = plan(data, wanted.size());
        TrainerOptions options =
                plan.trainerOptions().withThreads(wanted.threads()).withDevice(wanted.device());
        BatchOptions batches = BatchOptions.of(plan.batch(), plan.patch(), plan.seed())
                .withForegroundFraction(plan.foregroundFraction())
                .withAugmentation(Augmentation.standard(Symmetries.all()));
        try (Trainer trainer = engine.trainer(spec, network.weights(engine), options);
                BatchSource source = new BatchSource(data, batches)) {
            source.start(0);
            return measure(trainer, source, wanted)
                    .with(BenchmarkColumn.BATCH, plan.batch())
                    .with(BenchmarkColumn.COPIES, copySeconds(plan, spec.channels()) * 1e3, 2);
        }
    }

    /** Batch and loss weights as they are derived for a training. */
    private TrainingPlan plan(DataSet data, int patch) {
        PlanRequest request = PlanRequest.builder()
                .depth(network.spec().backbone().depth())
                .scale(1.0)
                .patch(patch)
                .build();
        return TrainingPlan.of(DataSummary.of(data.samples(), data.classes()), request);
    }

    private static BenchmarkRow measure(Trainer trainer, BatchSource source, BenchmarkCase wanted) {
        int[] labels = new int[1];
        Runnable step = () -> {
            Batch batch = source.next();
            trainer.step(batch.images(), batch.labels(), LEARNING_RATE);
            labels[0] = batch.labels().length;
            source.recycle(batch);
        };
        double first = RunTimes.once(step);
        RunTimes.warmUp(step, wanted.seconds());
        long busy = source.busyNanos();
        long waited = source.waitedNanos();
        List<Double> seconds = RunTimes.steady(step, wanted.seconds());
        double batch = (source.busyNanos() - busy) * 1e-9 / seconds.size();
        double wait = (source.waitedNanos() - waited) * 1e-9 / seconds.size();
        RunTimes times = new RunTimes(first, seconds);
        return withMemory(BenchmarkRow.empty()
                .with(BenchmarkColumn.KIND, wanted.kind().toString())
                .with(BenchmarkColumn.SIZE, wanted.size())
                .with(BenchmarkColumn.THREADS, wanted.threads())
                .with(BenchmarkColumn.PRECISION, "float32")
                .with(BenchmarkColumn.DEVICE, trainer.device().name())
                .with(times, labels[0])
                .with(BenchmarkColumn.AUGMENTATION, batch * 1e3, 2)
                .with(BenchmarkColumn.AUGMENTATION_SHARE, batch / times.median(), 3)
                .with(BenchmarkColumn.WAITED, wait * 1e3, 2));
    }

    private static BenchmarkRow withMemory(BenchmarkRow row) {
        OptionalLong memory = ProcessMemory.peakBytes(ProcessMemory.SELF);
        return memory.isPresent() ? row.with(BenchmarkColumn.MEMORY, memory.getAsLong() / 1e6, 0) : row;
    }

    /** A step copies images (floats) and labels (bytes) of a batch, and fetches one number. */
    private static double copySeconds(TrainingPlan plan, int channels) {
        int pixels = plan.batch() * plan.patch() * plan.patch();
        return CopyTimer.seconds(pixels * channels + pixels / Float.BYTES);
    }
}
