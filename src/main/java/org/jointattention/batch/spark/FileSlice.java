package org.jointattention.batch.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jointattention.files.CancelledException;

/** Some files of a list, to be segmented on an executor. */
final class FileSlice implements Slice {
    private static final long serialVersionUID = 1L;

    private final NameRange names;
    private final FileJob job;

    FileSlice(NameRange names, FileJob job) {
        this.names = names;
        this.job = job;
    }

    @Override
    public List<Row> run(BooleanSupplier stopped) {
        List<Row> rows = new ArrayList<>();
        try (Shared.Lease<ExecutorModel> lease = ExecutorModel.lease(job.model())) {
            for (String name : names.read(job.stores())) {
                if (stopped.getAsBoolean()) {
                    throw new CancelledException("The task was stopped.");
                }
                rows.add(new FileTask(name, job, lease.value()).run(stopped));
            }
        }
        return rows;
    }
}
