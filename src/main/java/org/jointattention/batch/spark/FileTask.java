package org.jointattention.batch.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jointattention.batch.BatchFile;
import org.jointattention.batch.FileOutcome;
import org.jointattention.files.CancelledException;
import org.jointattention.image.ImageException;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.segmentation.FileListener;
import org.jointattention.segmentation.FileResult;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.Progress;

/** Segments one file in a workspace of its own, and publishes the results. */
final class FileTask {
    private final String name;
    private final FileJob job;
    private final ExecutorModel model;
    private final FileStore results;
    private final long start = System.nanoTime();

    FileTask(String name, FileJob job, ExecutorModel model) {
        this.name = name;
        this.job = job;
        this.model = model;
        this.results = job.stores().of(job.place().folder());
    }

    /**
     * @throws CancelledException if it was stopped
     * @throws ClusterException if this executor has no place to work: another one may have
     */
    Row run(BooleanSupplier stopped) {
        try {
            if (job.skipsExisting() && isDone()) {
                return row(FileOutcome.skipped(file(Paths.get(Names.last(name)))), "");
            }
            Path workspace = results.workspace(job.staging());
            try {
                return run(workspace, stopped);
            } finally {
                new LocalStore().delete(workspace.toString());
            }
        } catch (IOException e) {
            throw new ClusterException(
                    "There is no place to work for the results in "
                            + job.place().folder() + ". All machines must be able to write there. (" + e + ")",
                    e);
        }
    }

    private boolean isDone() throws IOException {
        for (Output output : job.model().outputs()) {
            if (!results.exists(job.place().file(name, output))) {
                return false;
            }
        }
        return true;
    }

    private Row run(Path workspace, BooleanSupplier stopped) {
        BatchFile file = file(workspace.resolve(Names.last(name)));
        FileOutcome outcome;
        try {
            outcome = FileOutcome.done(file, segment(workspace, stopped), seconds());
        } catch (CancelledException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            Slice.requireGoing(stopped);
            outcome = FileOutcome.failed(file, e, seconds());
        }
        return row(outcome, workspace.toString());
    }

    private FileResult segment(Path workspace, BooleanSupplier stopped) throws IOException {
        Path image = job.stores().of(name).fetch(name, workspace);
        if (OmeZarrImage.isIn(image)) {
            throw new ImageException(
                    name + " is an image of OME-Zarr, which is cut into parts: give it to a run of its own, by --in.");
        }
        FileResult result = model.files().segment(image, workspace, Progress.until(stopped), FileListener.NONE);
        for (Path output : result.files()) {
            results.publish(output, job.staging(), job.place().folder(name));
        }
        return result;
    }

    private static BatchFile file(Path image) {
        return new BatchFile(image, image.toAbsolutePath().getParent());
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Names the file as the user did, where a copy of it was worked on. */
    private Row row(FileOutcome outcome, String workspace) {
        List<String> cells = new ArrayList<>(model.summary().row(outcome));
        cells.set(0, name);
        if (!workspace.isEmpty()) {
            int error = cells.size() - 1;
            cells.set(error, cells.get(error).replace(workspace, Names.folder(name)));
        }
        return new Row(cells, outcome.failure().isPresent());
    }
}
