package org.jointattention.batch.spark;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jointattention.files.FailureReason;
import org.jointattention.segmentation.zarr.ZarrVolume;

/** Reads some planes of an image, for the statistics that normalise them: of planes with labels missing. */
final class StatisticsSlice implements Slice {
    private static final long serialVersionUID = 1L;

    private final VolumeJob job;
    private final int from;
    private final int to;

    StatisticsSlice(VolumeJob job, long from, long to) {
        this.job = job;
        this.from = Math.toIntExact(from);
        this.to = Math.toIntExact(to);
    }

    /** Without rows: a plane that failed is told with its parts. */
    @Override
    public List<Row> run(BooleanSupplier stopped) {
        try (Shared.Lease<ExecutorVolume> lease = ExecutorVolume.lease(job)) {
            ZarrVolume volume = lease.value().volume();
            PlaneStatistics statistics = job.statistics(volume.planes());
            for (int plane = from; plane < to; plane++) {
                if (!volume.hasPlane(plane)) {
                    note(volume, plane, statistics, stopped);
                }
            }
        }
        return List.of();
    }

    private static void note(ZarrVolume volume, int plane, PlaneStatistics statistics, BooleanSupplier stopped) {
        try {
            statistics.write(plane, volume.statistics(plane));
        } catch (ClusterException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            Slice.requireGoing(stopped);
            statistics.writeFailure(plane, FailureReason.of(e));
        }
    }
}
