package org.jointattention.batch.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.JavaSparkContext;

/** A run of any work whose rows go into tables while they come, and from which a listener hears. */
final class ReportedRun {
    private final JavaSparkContext context;
    private final FileStore store;
    private final String out;
    private final String staging;

    /**
     * @param store of both folders
     * @param out folder for the tables
     * @param staging folder for what is not complete
     */
    ReportedRun(JavaSparkContext context, FileStore store, String out, String staging) {
        this.context = Objects.requireNonNull(context);
        this.store = store;
        this.out = out;
        this.staging = staging;
    }

    /**
     * @param header of the summary
     * @throws ClusterException as {@link WorkRun#run} does; the tables tell of the rows before it
     */
    RunCounts run(TaskPlan plan, List<String> header, RunListener listener) throws IOException {
        Path folder = store.workspace(staging);
        try {
            RunTables tables = new RunTables(folder, header);
            try (tables) {
                new WorkRun(context).run(plan, rows -> add(rows, tables, plan.items(), listener));
            } finally {
                publish(tables);
            }
            return tables.counts();
        } finally {
            new LocalStore().delete(folder.toString());
        }
    }

    private static void add(List<Row> rows, RunTables tables, long items, RunListener listener) {
        rows.forEach(tables::add);
        rows.stream().filter(Row::isFailed).forEach(row -> listener.failed(row.item(), row.reason()));
        listener.progress(tables.counts().items(), items);
    }

    private void publish(RunTables tables) throws IOException {
        for (Path file : tables.files()) {
            store.publish(file, staging, out);
        }
    }
}
