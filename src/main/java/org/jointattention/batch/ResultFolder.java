package org.jointattention.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.files.FailureReason;
import org.jointattention.files.FolderLock;
import org.jointattention.files.WritableFolder;
import org.jointattention.image.ImageException;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.zarr.EarlierPrecision;

/**
 * The folder that the results of a batch go to, with its manifest. One batch at a time has it; what one that was killed left
 * half written is removed.
 */
public final class ResultFolder implements AutoCloseable {
    /** The file that says what became of each image, a JSON object a line. */
    public static final String MANIFEST = "manifest.jsonl";

    private final Path folder;
    private final BatchJob job;
    private final FolderLock lock;
    private final ManifestFile file;
    private final Map<String, ManifestEntry> earlier;

    private ResultFolder(
            Path folder, BatchJob job, FolderLock lock, ManifestFile file, Map<String, ManifestEntry> earlier) {
        this.folder = folder;
        this.job = job;
        this.lock = lock;
        this.file = file;
        this.earlier = earlier;
    }

    /**
     * Takes the folder, which is made where it is missing.
     *
     * @param redo whether what former batches did counts for nothing
     * @throws ImageException if another batch has it, or it cannot be written to
     */
    public static ResultFolder open(Path folder, BatchJob job, boolean redo) {
        WritableFolder.require(folder, ImageException::new);
        FolderLock lock = lock(folder);
        try {
            Path manifest = folder.resolve(MANIFEST);
            Map<String, ManifestEntry> earlier = new HashMap<>();
            if (!redo) {
                ManifestFile.read(manifest).forEach(entry -> earlier.put(entry.name(), entry));
            }
            return new ResultFolder(folder, job, lock, ManifestFile.append(manifest), earlier);
        } catch (IOException e) {
            throw new ImageException(e.getMessage(), withClosed(lock, e));
        }
    }

    private static FolderLock lock(Path folder) {
        try {
            return FolderLock.tryLock(folder)
                    .orElseThrow(() -> new ImageException("Another batch writes its results into " + folder
                            + ": wait for its end, or choose another folder."));
        } catch (IOException e) {
            throw new ImageException(
                    "The folder " + folder + " cannot be locked: " + FailureReason.of(e) + ". Choose another place.",
                    e);
        }
    }

    private static IOException withClosed(FolderLock lock, IOException failure) {
        try {
            lock.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** Removes what a killed batch left of the results of these files, half written under hidden names. */
    public void sweep(List<BatchFile> files, Set<Output> outputs) {
        Set<Path> wanted = new HashSet<>(Set.of(folder.resolve(SummaryFile.NAME)));
        files.forEach(batchFile -> wanted.addAll(batchFile.results(outputs)));
        BatchFiles.removeLeftovers(wanted.stream().map(Path::getParent).collect(Collectors.toSet()), wanted);
    }

    /**
     * Takes the precision that former batches of the same job used where it is to be chosen automatically: the choice may come
     * out differently each time, and would divide the results.
     *
     * @param files of the batch: labels of OME-Zarr that were only begun say it, too
     */
    public PredictorOptions withEarlierPrecision(PredictorOptions options, List<BatchFile> files) {
        PredictorOptions noted = options.precision() == Precision.AUTO
                ? earlierPrecision().map(options::withPrecision).orElse(options)
                : options;
        List<Path> labels = files.stream()
                .filter(BatchFile::isZarr)
                .flatMap(file -> file.results(Set.of(Output.LABELS)).stream())
                .collect(Collectors.toList());
        return new EarlierPrecision(job.weights()).applyTo(noted, labels);
    }

    private Optional<Precision> earlierPrecision() {
        return earlier.values().stream()
                .filter(entry -> entry.isDone() && job.made(entry))
                .map(ManifestEntry::precision)
                .findFirst();
    }

    /** @param predictor what computes */
    public Manifest manifest(Predictor predictor) {
        return new Manifest(folder, file, job, earlier, predictor.device().name(), predictor.precision());
    }

    /** @throws UncheckedIOException if the lock cannot be given back */
    @Override
    public void close() {
        try {
            file.close();
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder " + folder + " cannot be unlocked: " + FailureReason.of(e) + ".", e);
        }
    }
}
