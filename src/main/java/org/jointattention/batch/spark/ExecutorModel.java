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
import org.jointattention.segmentation.zarr.ZarrSegmenter;

/** A model ready to run on an executor: one TensorFlow session, which all its tasks use. */
final class ExecutorModel implements AutoCloseable {
    /** One a JVM, since the session's memory and threads are; hence static. */
    private static final Shared<ExecutorModel> OF_THIS_JVM = new Shared<>();

    private final Predictor predictor;
    private final Segmenter segmenter;
    private final ModelJob job;
    private final String weights;
    private final String info;

    private ExecutorModel(Predictor predictor, Segmenter segmenter, ModelJob job, String weights, String info) {
        this.predictor = predictor;
        this.segmenter = segmenter;
        this.job = job;
        this.weights = weights;
        this.info = info;
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
        String weights = model.weightsSha256().orElse("");
        return new ExecutorModel(predictor, segmenter, job, weights, run.info(predictor, segmenter.overlap()));
    }

    /** As many as the executor has cores, where the user did not say. */
    private static int threads(InferenceSettings settings) {
        return settings.threads() > 0
                ? settings.threads()
                : SparkEnv.get().conf().getInt("spark.executor.cores", 0);
    }

    /** For image files. */
    FileSegmenter files() {
        return new FileSegmenter(new ImageSegmenter(segmenter), job.outputs(), job.isVirtual(), info);
    }

    /** For OME-Zarr. @param level resolution of the image */
    ZarrSegmenter zarr(int level) {
        return new ZarrSegmenter(segmenter, weights, info).withLevel(level);
    }

    /** Of files. */
    BatchSummary summary() {
        return new BatchSummary(segmenter.spec().classes(), predictor.device().name());
    }

    @Override
    public void close() {
        predictor.close();
    }
}
