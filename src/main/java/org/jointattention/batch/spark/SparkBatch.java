package org.jointattention.batch.spark;

import java.io.IOException;
import java.util.Objects;
import org.apache.spark.api.java.JavaSparkContext;
import org.jointattention.image.ImageException;

/**
 * Segments files on a cluster, or one image of OME-Zarr. Writes the results, {@code summary.csv} and {@code failed.txt}, each beside its place and
 * then moved; what is not complete when the run ends is removed. Needs no memory for each file.
 *
 * <pre>{@code
 * SparkRequest request = SparkRequest.of("/shared/plates", "/shared/labels", "nuclei").withRecursive(true);
 * RunCounts counts = new SparkBatch(context).run(request, listener);
 * }</pre>
 */
public final class SparkBatch {
    private final JavaSparkContext context;
    private final Stores stores;

    public SparkBatch(JavaSparkContext context) {
        this.context = Objects.requireNonNull(context);
        this.stores = new Stores(context);
    }

    /**
     * @return how many files, or parts of the OME-Zarr image, there were; those that failed have been told to the listener
     * @throws ClusterException if executors cannot compute
     * @throws org.jointattention.image.ImageException if there are no images, or results would replace each other
     * @throws org.jointattention.segmentation.SegmentationException if tile or overlap do not fit the model
     * @throws org.jointattention.model.ModelException if there is no such model
     * @throws IOException if the results' folder cannot be written to
     */
    public RunCounts run(SparkRequest request, RunListener listener) throws IOException {
        if (Names.isAddress(request.in()) && request.in().matches("(?i).*\\.zarr/*")) {
            throw new ImageException(
                    request.in() + ": an image of OME-Zarr is read from a file system that is mounted on"
                            + " all machines. Copy it to one, or mount it, and give its path.");
        }
        return request.isVolume()
                ? new VolumeRun(context, stores, request).run(listener)
                : new FileRun(context, stores, request).run(listener);
    }
}
