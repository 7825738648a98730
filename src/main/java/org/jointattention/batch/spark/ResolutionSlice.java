package org.jointattention.batch.spark;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jointattention.segmentation.zarr.ZarrVolume;

/** Makes some blocks of a coarser resolution of the labels. What fails here fails the task, and the run. */
final class ResolutionSlice implements Slice {
    private static final long serialVersionUID = 1L;

    private final VolumeJob job;
    private final int level;
    private final long from;
    private final long to;

    ResolutionSlice(VolumeJob job, int level, long from, long to) {
        this.job = job;
        this.level = level;
        this.from = from;
        this.to = to;
    }

    @Override
    public List<Row> run(BooleanSupplier stopped) {
        try (Shared.Lease<ExecutorVolume> lease = ExecutorVolume.lease(job)) {
            ZarrVolume volume = lease.value().volume();
            for (long block = from; block < to; block++) {
                Slice.requireGoing(stopped);
                volume.makeBlocks(level, block, block + 1);
            }
        }
        return List.of();
    }
}
