package org.jointattention.batch.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jointattention.batch.BatchSummary;
import org.jointattention.engine.Precision;
import org.jointattention.model.ModelFile;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.ModelStore;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.TileChoice;

/**
 * Segments files on a cluster. Writes the results, {@code summary.csv} and {@code failed.txt}, each beside its place and
 * then moved; what is not complete when the run ends is removed. Needs no memory for each file.
 */
public final class SparkBatch {
    private final JavaSparkContext context;
    private final Stores stores;

    public SparkBatch(JavaSparkContext context) {
        this.context = Objects.requireNonNull(context);
        this.stores = new Stores(context);
    }

    /**
     * @throws ClusterException if executors cannot compute
     * @throws org.jointattention.image.ImageException if there are no images, or results would replace each other
     * @throws org.jointattention.segmentation.SegmentationException if tile or overlap do not fit the model
     * @throws org.jointattention.model.ModelException if there is no such model
     * @throws IOException if the results' folder cannot be written to
     */
    public RunCounts run(SparkRequest request, RunListener listener) throws IOException {
        String out = Stores.absolute(request.out());
        String staging = Names.join(out, ".joint-attention-" + UUID.randomUUID());
        FileStore results = stores.of(out);
        Path local = Files.createTempDirectory("joint-attention-driver-");
        try {
            Path model = modelFile(request.model(), local);
            return run(request, model, staging, results, listener);
        } finally {
            new LocalStore().delete(local.toString());
            results.delete(staging);
        }
    }

    private RunCounts run(SparkRequest request, Path modelFile, String staging, FileStore results, RunListener listener)
            throws IOException {
        ModelSpec spec = ModelFile.read(modelFile).spec();
        request.settings().tile(spec); // a wrong one is refused before the files are listed
        InputNames input = new InputNames(stores, request);
        ResultPlace place = new ResultPlace(input.root(), Stores.absolute(request.out()));
        NameList names = input.write(Names.join(staging, "files.txt"));
        NameChecks checks = new NameChecks(context, stores, names);
        checks.distinctResults(place, request.outputs());
        InferenceSettings settings = settled(request.settings(), spec, checks);
        Broadcast<byte[]> file = context.broadcast(Files.readAllBytes(modelFile));
        ModelJob model = new ModelJob(
                request.model(),
                file,
                settings,
                request.outputs(),
                request.settings().isLittleMemory());
        TaskPlan plan = plan(
                new FileListWork(names, new FileJob(stores, model, place, staging, request.skipsExisting())), request);
        listener.planned(
                plan.items(),
                plan.itemsPerTask(),
                plan.jobs(),
                settings.tile(spec).size());
        Path tables = results.workspace(staging);
        try {
            BatchSummary summary = new BatchSummary(spec.classes(), "");
            return run(plan, new RunTables(tables, summary.header()), staging, place, listener);
        } finally {
            ExecutorModel.release(model);
            file.unpersist();
            new LocalStore().delete(tables.toString());
        }
    }

    private RunCounts run(TaskPlan plan, RunTables tables, String staging, ResultPlace place, RunListener listener)
            throws IOException {
        FileStore results = stores.of(place.folder());
        try (tables) {
            new WorkRun(context).run(plan, rows -> {
                rows.forEach(tables::add);
                rows.stream().filter(Row::isFailed).forEach(row -> listener.failed(row.item(), row.reason()));
                listener.progress(tables.counts().items(), plan.items());
            });
        } finally {
            for (Path file : tables.files()) { // what is known is kept, too, where Spark gave up
                results.publish(file, staging, place.folder());
            }
        }
        return tables.counts();
    }

    private TaskPlan plan(FileListWork work, SparkRequest request) {
        TaskPlan plan = TaskPlan.of(work, context.defaultParallelism());
        OptionalInt files = request.filesPerTask();
        return files.isPresent() ? plan.withItemsPerTask(files.getAsInt()) : plan;
    }

    /** What is left open is decided here, so that all executors compute the same. */
    private static InferenceSettings settled(InferenceSettings settings, ModelSpec spec, NameChecks checks) {
        OptionalInt longest = settings.hasTile() ? OptionalInt.empty() : checks.longestSide();
        Precision precision = settings.precision() == Precision.AUTO ? Precision.FLOAT32 : settings.precision();
        TileChoice tile = settings.tile(spec, longest);
        settings.overlap(tile); // refuses one that does not fit
        return settings.withTile(OptionalInt.of(tile.size())).withPrecision(precision);
    }

    private Path modelFile(String model, Path folder) throws IOException {
        return Names.isAddress(model) ? stores.of(model).fetch(model, folder) : new ModelStore().export(model, folder);
    }
}
