package org.jointattention.batch.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaSparkContext;
import org.jointattention.image.ImageException;

/**
 * One run on an image of OME-Zarr: its labels are begun, then come the statistics of each plane, the labels of each part, each
 * coarser resolution, and what declares the labels. All is done by executors, in files that they all reach; what is there
 * already is left as it is.
 */
final class VolumeRun {
    private final JavaSparkContext context;
    private final Stores stores;
    private final SparkRequest request;
    private final String out;
    private final String staging;

    VolumeRun(JavaSparkContext context, Stores stores, SparkRequest request) {
        this.context = context;
        this.stores = stores;
        this.request = request;
        this.out = Stores.absolute(request.out());
        this.staging = Names.staging(out);
    }

    RunCounts run(RunListener listener) throws IOException {
        if (Names.isAddress(out)) {
            throw new ImageException("The labels of an OME-Zarr image go to a file system that is mounted on all"
                    + " machines, not to " + out + ": give --out a path.");
        }
        try (RunModel model = new RunModel(context, stores, request)) {
            ModelJob job = model.job(model.settled(OptionalInt.empty()));
            return run(
                    new VolumeJob(job, Stores.absolute(request.in()), request.level(), request.place(), staging),
                    job.settings().tile(model.spec()).size(),
                    listener);
        } finally {
            stores.of(out).delete(staging);
        }
    }

    private RunCounts run(VolumeJob job, int tile, RunListener listener) throws IOException {
        VolumeFacts facts = begin(job);
        if (facts.isFinished()) {
            return new RunCounts(0, 0);
        }
        listener.step("planes", facts.planes());
        run(facts.planes(), (from, to) -> new StatisticsSlice(job, from, to));
        TaskPlan parts = request.plan(
                new RangeWork(facts.parts(), (from, to) -> new PartSlice(job, from, to)), context.defaultParallelism());
        listener.planned(parts.items(), parts.itemsPerTask(), parts.jobs(), tile);
        RunCounts counts =
                new ReportedRun(context, stores.of(out), out, staging).run(parts, PartSlice.HEADER, listener);
        if (counts.failed() == 0) {
            finish(job, facts, listener);
        }
        return counts;
    }

    private VolumeFacts begin(VolumeJob job) {
        return new VolumeFacts(run(1, (from, to) -> new BeginSlice(job)).get(0));
    }

    private void finish(VolumeJob job, VolumeFacts facts, RunListener listener) {
        for (int i = 1; i < facts.levels(); i++) {
            int level = i;
            listener.step("blocks of resolution " + level, facts.blocks(level));
            run(facts.blocks(level), (from, to) -> new ResolutionSlice(job, level, from, to));
        }
        run(1, (from, to) -> new FinishSlice(job));
    }

    /** @return the rows, of slices that give few or none */
    private List<Row> run(long count, RangeWork.Maker maker) {
        List<Row> rows = new ArrayList<>();
        new WorkRun(context).run(TaskPlan.of(new RangeWork(count, maker), context.defaultParallelism()), rows::addAll);
        return rows;
    }
}
