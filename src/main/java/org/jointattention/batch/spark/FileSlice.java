package org.jointattention.batch.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

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
                Slice.requireGoing(stopped);
                rows.add(new FileTask(name, job, lease.value()).run(stopped));
            }
        }
        return rows;
    }
}
