package org.jointattention.batch.spark;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jointattention.image.ImageException;
import org.jointattention.segmentation.SegmentationException;

/** Makes the labels without pixels, on one executor: the driver has no network, whose settings they carry. */
final class BeginSlice implements Slice {
    private static final long serialVersionUID = 1L;

    private final VolumeJob job;

    BeginSlice(VolumeJob job) {
        this.job = job;
    }

    /** What cannot be done is no failure of the task: it would be the same elsewhere. */
    @Override
    public List<Row> run(BooleanSupplier stopped) {
        try (Shared.Lease<ExecutorVolume> lease = ExecutorVolume.lease(job)) {
            ExecutorVolume opened = lease.value();
            return List.of(opened.isFinished() ? VolumeFacts.finished() : VolumeFacts.of(opened.volume()));
        } catch (ImageException | SegmentationException e) {
            return List.of(VolumeFacts.refused(e.getMessage()));
        }
    }
}
