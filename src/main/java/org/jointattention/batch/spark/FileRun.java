package org.jointattention.batch.spark;

import java.io.IOException;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaSparkContext;
import org.jointattention.batch.BatchSummary;
import org.jointattention.model.ModelSpec;
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
        this.staging = Names.staging(out);
        this.results = stores.of(out);
    }

    RunCounts run(RunListener listener) throws IOException {
        try (RunModel model = new RunModel(context, stores, request)) {
            return run(model, listener);
        } finally {
            results.delete(staging);
        }
    }

    private RunCounts run(RunModel model, RunListener listener) throws IOException {
        InputNames input = new InputNames(stores, request);
        ResultPlace place = new ResultPlace(input.root(), out);
        NameList names = input.write(Names.join(staging, "files.txt"));
        NameChecks checks = new NameChecks(context, stores, names);
        checks.distinctResults(place, request.outputs());
        OptionalInt longest = request.settings().hasTile() ? OptionalInt.empty() : checks.longestSide();
        InferenceSettings settings = model.settled(longest);
        FileJob job = new FileJob(stores, model.job(settings), place, staging, request.skipsExisting());
        Work work = new RangeWork(names.count(), (from, to) -> new FileSlice(names.range(from, to), job));
        return run(
                request.plan(work, context.defaultParallelism()), model.spec(), settings.tile(model.spec()), listener);
    }

    private RunCounts run(TaskPlan plan, ModelSpec spec, TileChoice tile, RunListener listener) throws IOException {
        listener.planned(plan.items(), plan.itemsPerTask(), plan.jobs(), tile.size());
        return new ReportedRun(context, results, out, staging)
                .run(plan, new BatchSummary(spec.classes(), "").header(), listener);
    }
}
