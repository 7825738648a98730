package org.jointattention.batch.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jointattention.engine.Precision;
import org.jointattention.model.ModelFile;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.ModelStore;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.TileChoice;

/** The model of a run: read by the driver, sent once to each executor, and freed when it is closed. */
final class RunModel implements AutoCloseable {
    private final SparkRequest request;
    private final ModelSpec spec;
    private final Broadcast<byte[]> file;
    private ModelJob job;

    RunModel(JavaSparkContext context, Stores stores, SparkRequest request) throws IOException {
        this.request = request;
        byte[] bytes = read(stores, request);
        this.spec =
                ModelFile.read(new ByteArrayInputStream(bytes), request.model()).spec();
        request.settings().tile(spec); // a wrong one is refused before anything is done
        this.file = context.broadcast(bytes);
    }

    private static byte[] read(Stores stores, SparkRequest request) throws IOException {
        Path local = Files.createTempDirectory("joint-attention-driver-");
        try {
            String model = request.model();
            return Files.readAllBytes(
                    request.hasRemoteModel()
                            ? stores.of(model).fetch(model, local)
                            : new ModelStore().export(model, local));
        } finally {
            new LocalStore().delete(local.toString());
        }
    }

    ModelSpec spec() {
        return spec;
    }

    /**
     * What is left open is decided here, so that all executors compute the same.
     *
     * @param longestSide of all images, if it is known
     * @throws org.jointattention.segmentation.SegmentationException if tile or overlap do not fit the model
     */
    InferenceSettings settled(OptionalInt longestSide) {
        InferenceSettings settings = request.settings();
        Precision precision = settings.precision() == Precision.AUTO ? Precision.FLOAT32 : settings.precision();
        TileChoice tile = settings.tile(spec, longestSide);
        settings.overlap(tile); // refuses one that does not fit
        return settings.withTile(OptionalInt.of(tile.size())).withPrecision(precision);
    }

    /** @param settings for all executors, with nothing left open */
    ModelJob job(InferenceSettings settings) {
        job = new ModelJob(
                request.model(),
                file,
                settings,
                request.outputs(),
                request.settings().isLittleMemory());
        return job;
    }

    @Override
    public void close() {
        if (job != null) {
            ExecutorVolume.release(job);
            ExecutorModel.release(job);
        }
        file.unpersist();
    }
}
