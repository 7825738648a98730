package org.jointattention.batch.spark;

import java.util.Optional;
import org.jointattention.segmentation.zarr.ZarrVolume;

/** An image of OME-Zarr, open on an executor: with one model and one cache of chunks for all its tasks. */
final class ExecutorVolume implements AutoCloseable {
    /** One a JVM, since the cache is; hence static. */
    private static final Shared<ExecutorVolume> OF_THIS_JVM = new Shared<>();

    private final Shared.Lease<ExecutorModel> model;
    private final VolumeJob job;
    private final Optional<ZarrVolume> volume;

    private ExecutorVolume(Shared.Lease<ExecutorModel> model, VolumeJob job, Optional<ZarrVolume> volume) {
        this.model = model;
        this.job = job;
        this.volume = volume;
    }

    /** The volume of this JVM, opened by the first task that asks. Close the lease, not the volume. */
    static Shared.Lease<ExecutorVolume> lease(VolumeJob job) {
        return OF_THIS_JVM.lease(job.model().id(), () -> open(job));
    }

    /** Frees the volume where executor and driver are one JVM; elsewhere the executor ends. */
    static void release(ModelJob job) {
        OF_THIS_JVM.release(job.id());
    }

    private static ExecutorVolume open(VolumeJob job) {
        Shared.Lease<ExecutorModel> model = ExecutorModel.lease(job.model());
        try {
            return new ExecutorVolume(
                    model, job, model.value().zarr(job.level()).begin(job.image(), job.place()));
        } catch (RuntimeException | Error e) {
            model.close();
            throw e;
        }
    }

    /** Whether the labels were complete when this was opened. */
    boolean isFinished() {
        return volume.isEmpty();
    }

    /** @throws ClusterException if there is nothing to do any more */
    ZarrVolume volume() {
        return volume.orElseThrow(
                () -> new ClusterException("The labels " + job.place().of(job.image())
                        + " were completed meanwhile by another run. Have one run a time write them."));
    }

    @Override
    public void close() {
        model.close();
    }
}
