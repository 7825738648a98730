package org.jointattention.batch.spark;

import java.io.ByteArrayInputStream;
import java.util.OptionalInt;
import org.apache.spark.SparkEnv;
import org.jointattention.batch.BatchSummary;
import org.jointattention.engine.Engines;
import org.jointattention.engine.Predictor;
import org.jointattention.model.Model;
import org.jointattention.model.ModelFile;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.ModelRun;
import org.jointattention.segmentation.Segmenter;

/** A model ready to run on an executor: one TensorFlow session, which all its tasks use. */
final class ExecutorModel implements AutoCloseable {
    /** One a JVM, since the session's memory and threads are; hence static. */
    private static final Shared<ExecutorModel> OF_THIS_JVM = new Shared<>();

    private final Predictor predictor;
    private final FileSegmenter segmenter;
    private final BatchSummary summary;

    private ExecutorModel(Predictor predictor, FileSegmenter segmenter, BatchSummary summary) {
        this.predictor = predictor;
        this.segmenter = segmenter;
        this.summary = summary;
    }

    /** The model of this JVM, made by the first task that asks. Close the lease, not the model. */
    static Shared.Lease<ExecutorModel> lease(ModelJob job) {
        return OF_THIS_JVM.lease(job.id(), () -> load(job));
    }

    /** Frees the model where executor and driver are one JVM; elsewhere the executor ends. */
    static void release(ModelJob job) {
        OF_THIS_JVM.release(job.id());
    }

    private static ExecutorModel load(ModelJob job) {
        Model model = ModelFile.read(new ByteArrayInputStream(job.file()), job.name());
        InferenceSettings settings = job.settings().withThreads(threads(job.settings()));
        ModelRun run = new ModelRun(job.name(), model);
        Predictor predictor = run.predictor(Engines.classPath(), settings.predictor(model.spec(), OptionalInt.empty()));
        Segmenter segmenter = settings.segmenter(model.spec(), predictor);
        FileSegmenter files = new FileSegmenter(
                new ImageSegmenter(segmenter),
                job.outputs(),
                job.isVirtual(),
                run.info(predictor, segmenter.overlap()));
        BatchSummary summary =
                new BatchSummary(model.spec().classes(), predictor.device().name());
        return new ExecutorModel(predictor, files, summary);
    }

    /** As many as the executor has cores, where the user did not say. */
    private static int threads(InferenceSettings settings) {
        return settings.threads() > 0
                ? settings.threads()
                : SparkEnv.get().conf().getInt("spark.executor.cores", 0);
    }

    FileSegmenter segmenter() {
        return segmenter;
    }

    BatchSummary summary() {
        return summary;
    }

    @Override
    public void close() {
        predictor.close();
    }
}
