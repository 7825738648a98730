package org.jointattention.batch.spark;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jointattention.segmentation.Progress;

/** Declares labels whose blocks are all there. */
final class FinishSlice implements Slice {
    private static final long serialVersionUID = 1L;

    private final VolumeJob job;

    FinishSlice(VolumeJob job) {
        this.job = job;
    }

    /** A second try after one that got to the end has nothing to do. */
    @Override
    public List<Row> run(BooleanSupplier stopped) {
        try (Shared.Lease<ExecutorVolume> lease = ExecutorVolume.lease(job)) {
            if (!lease.value().isFinished()) {
                lease.value().volume().finish(Progress.until(stopped));
            }
        }
        return List.of();
    }
}
