package org.jointattention.batch.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jointattention.files.CancelledException;
import org.jointattention.files.FailureReason;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.VolumeSegmenter;
import org.jointattention.segmentation.zarr.ZarrVolume;

/** Computes the labels of some parts of an image, as far as they are missing. */
final class PartSlice implements Slice {
    /** The columns of the rows. */
    static final List<String> HEADER = List.of("part", "status", "seconds", "error");

    private static final long serialVersionUID = 1L;

    private final VolumeJob job;
    private final long from;
    private final long to;

    PartSlice(VolumeJob job, long from, long to) {
        this.job = job;
        this.from = from;
        this.to = to;
    }

    @Override
    public List<Row> run(BooleanSupplier stopped) {
        List<Row> rows = new ArrayList<>();
        try (Shared.Lease<ExecutorVolume> lease = ExecutorVolume.lease(job)) {
            ZarrVolume volume = lease.value().volume();
            VolumeSegmenter segmenter = volume.segmenter(job.statistics(volume.planes()));
            for (long part = from; part < to; part++) {
                rows.add(run(volume, segmenter, part, stopped));
            }
        }
        return rows;
    }

    private static Row run(ZarrVolume volume, VolumeSegmenter segmenter, long part, BooleanSupplier stopped) {
        long start = System.nanoTime();
        try {
            String status = volume.has(part) ? "skipped" : "done";
            segmenter.run(part, part + 1, Progress.until(stopped));
            return row(volume.name(part), status, start, "");
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            Slice.requireGoing(stopped);
            return row(volume.name(part), "failed", start, FailureReason.of(e));
        }
    }

    private static Row row(String part, String status, long start, String error) {
        String seconds = String.format(Locale.ROOT, "%.3f", (System.nanoTime() - start) / 1e9);
        return new Row(List.of(part, status, seconds, error), !error.isEmpty());
    }
}
