package org.jointattention.batch.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** One run of a request: what is wrong with it is found before the work. */
final class FileRun {
    private final JavaSparkContext context;
    private final Stores stores;
    private final SparkRequest request;
    private final String out;
    private final String staging;
    private final FileStore results;

    FileRun(JavaSparkContext context, Stores stores, SparkRequest request) {
        this.context = context;
        this.stores = stores;
        this.request = request;
        this.out = Stores.absolute(request.out());
        this.staging = Names.join(out, ".joint-attention-" + UUID.randomUUID());
        this.results = stores.of(out);
    }

    RunCounts run(RunListener listener) throws IOException {
        Path local = Files.createTempDirectory("joint-attention-driver-");
        try {
            return run(modelFile(local), listener);
        } finally {
            new LocalStore().delete(local.toString());
            results.delete(staging);
        }
    }

    private Path modelFile(Path folder) throws IOException {
        String model = request.model();
        return request.hasRemoteModel()
                ? stores.of(model).fetch(model, folder)
                : new ModelStore().export(model, folder);
    }

    private RunCounts run(Path modelFile, RunListener listener) throws IOException {
        ModelSpec spec = ModelFile.read(modelFile).spec();
        request.settings().tile(spec); // a wrong one is refused before the files are listed
        InputNames input = new InputNames(stores, request);
        ResultPlace place = new ResultPlace(input.root(), out);
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
        try {
            FileJob job = new FileJob(stores, model, place, staging, request.skipsExisting());
            return run(plan(new FileListWork(names, job)), spec, settings.tile(spec), listener);
        } finally {
            ExecutorModel.release(model);
            file.unpersist();
        }
    }

    private RunCounts run(TaskPlan plan, ModelSpec spec, TileChoice tile, RunListener listener) throws IOException {
        listener.planned(plan.items(), plan.itemsPerTask(), plan.jobs(), tile.size());
        return new ReportedRun(context, results, out, staging)
                .run(plan, new BatchSummary(spec.classes(), "").header(), listener);
    }

    private TaskPlan plan(Work work) {
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
}
