package org.jointattention.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jointattention.files.CancelledException;
import org.jointattention.files.FailureReason;
import org.jointattention.files.FolderLock;
import org.jointattention.files.WritableFolder;

/**
 * The grid of a plan in a folder: computes what is not finished, cell by cell. It can be stopped at any point and gone on
 * with; several processes may work on one folder, each on cells of its own.
 *
 * <pre>{@code
 * Comparison comparison = new Comparison(plan, folder);
 * comparison.run(new TrainedCells(engine, plan, DeviceChoice.AUTO, 0), listener);
 * comparison.results();
 * }</pre>
 */
public final class Comparison {
    private final ComparisonPlan plan;
    private final List<CellFolder> folders = new ArrayList<>();
    private final LongSupplier nanoTime;

    /** @param folder for the results; made where it is missing */
    public Comparison(ComparisonPlan plan, Path folder) {
        this(plan, folder, System::nanoTime);
    }

    Comparison(ComparisonPlan plan, Path folder, LongSupplier nanoTime) {
        this.plan = plan;
        this.nanoTime = nanoTime;
        Path cells = WritableFolder.require(folder.resolve("cells"), ComparisonException::new);
        plan.cells().forEach(cell -> folders.add(new CellFolder(cells, cell)));
    }

    /** How many cells there are. */
    public int size() {
        return folders.size();
    }

    /** How many cells are finished. */
    public int finished() {
        return (int) folders.stream().filter(CellFolder::isDone).count();
    }

    /**
     * Computes the cells that are not finished, but those that another process works on.
     *
     * @return whether nothing is left to do for anyone: each cell is finished, or was tried and failed
     * @throws ComparisonException if a finished cell was made with other settings or images than the plan's, or the network
     *     that sets the number of weights cannot be made; nothing is computed then
     */
    public boolean run(CellRunner cells, ComparisonListener listener) {
        results();
        checkImages(listener);
        if (finished() < size()) {
            foretell(cells, listener);
        }
        GridClock clock = new GridClock(nanoTime);
        List<CellFolder> open = new ArrayList<>();
        for (CellFolder folder : folders) {
            if (listener.stopped()) {
                return false;
            }
            if (!folder.isDone() && !claim(folder, cells, listener, clock)) {
                open.add(folder);
            }
        }
        return open.stream().allMatch(CellFolder::isDone); // others may have finished theirs meanwhile
    }

    /** Each data set is read once; a report alone needs no images. */
    private void checkImages(ComparisonListener listener) {
        for (ComparedData data : plan.data()) {
            DataChecksum checksum = data.checksum();
            List<CellFolder> done = folders.stream()
                    .filter(folder -> folder.cell().data().equals(data.name()) && folder.isDone())
                    .collect(Collectors.toList());
            if (!done.isEmpty() && checksum.isThere() && !listener.stopped()) {
                String sum = checksum.compute();
                done.forEach(
                        folder -> folder.result(plan.settings(folder.cell()).withImages(sum)));
            }
        }
    }

    /** A name with a typo, or attention where it has no place, is better known before hours of training than after. */
    private void foretell(CellRunner cells, ComparisonListener listener) {
        Cell reference = new Cell(plan.data().get(0).name(), plan.referenceBackbone(), plan.reference(), 1);
        cells.obstacle(reference).ifPresent(why -> {
            throw new ComparisonException("The network that sets the number of weights, " + reference.backbone()
                    + " with " + reference.attention() + ", cannot be made: " + why);
        });
        Set<String> told = new HashSet<>();
        for (CellFolder folder : folders) {
            Cell cell = folder.cell();
            String network = cell.backbone() + " with " + cell.attention();
            if (!folder.isDone() && told.add(network)) {
                cells.obstacle(cell).ifPresent(why -> listener.note("All cells of " + network + " will fail: " + why));
            }
        }
    }

    /** Whether the cell is finished now, or failed. */
    private boolean claim(CellFolder folder, CellRunner cells, ComparisonListener listener, GridClock clock) {
        Optional<FolderLock> claimed = folder.claim();
        if (claimed.isEmpty()) {
            listener.note("Another process computes " + folder.cell() + ".");
            return false;
        }
        try (FolderLock lock = claimed.get()) {
            return folder.isDone() || run(folder, cells, listener, clock);
        } catch (IOException e) {
            throw new ComparisonException("The cell " + folder.cell() + ": " + FailureReason.of(e), e);
        }
    }

    /** Whatever is wrong with one cell, the others can be computed. False where it was stopped. */
    private boolean run(CellFolder folder, CellRunner cells, ComparisonListener listener, GridClock clock) {
        int more = unfinishedAfter(folder);
        listener.began(folder.cell(), folders.indexOf(folder) + 1, size());
        clock.start();
        try {
            if (!cells.run(folder, new GridListener(listener, clock, more))) {
                return false;
            }
            clock.end();
            CellResult result = folder.result(plan.settings(folder.cell()));
            listener.ended(result, finished(), size(), clock.secondsFor(unfinishedAfter(folder)));
        } catch (CancelledException e) {
            return false; // The listener knows; the cell is gone on with later.
        } catch (RuntimeException | OutOfMemoryError e) {
            listener.failed(folder.cell(), e);
            note(folder, FailureReason.alone(e), listener);
        }
        return true;
    }

    /** What is before failed, or is another process's. */
    private int unfinishedAfter(CellFolder folder) {
        return (int) folders.subList(folders.indexOf(folder) + 1, size()).stream()
                .filter(later -> !later.isDone())
                .count();
    }

    /** On a full disk, the note is the next thing that fails. */
    private static void note(CellFolder folder, String failure, ComparisonListener listener) {
        try {
            folder.failed(failure);
        } catch (IOException e) {
            listener.note("The report will not say why " + folder.cell() + " failed: " + FailureReason.alone(e));
        }
    }

    /**
     * What the finished cells came to, in the order of the plan.
     *
     * @throws ComparisonException if one was made with other settings than the plan's, or its files are damaged
     */
    public List<CellResult> results() {
        List<CellResult> results = new ArrayList<>();
        for (CellFolder folder : folders) {
            if (folder.isDone()) {
                results.add(folder.result(plan.settings(folder.cell())));
            }
        }
        return results;
    }

    /** The cells that are not finished, and why where that is known; a line each. */
    public List<String> missing() {
        List<String> lines = new ArrayList<>();
        for (CellFolder folder : folders) {
            if (!folder.isDone()) {
                lines.add(failure(folder).orElse(folder.cell() + ": not finished"));
            }
        }
        return lines;
    }

    /** Those of the {@link #missing} cells that failed. */
    public List<String> failures() {
        List<String> lines = new ArrayList<>();
        for (CellFolder folder : folders) {
            if (!folder.isDone()) {
                failure(folder).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private static Optional<String> failure(CellFolder folder) {
        return folder.failure().map(text -> folder.cell() + ": failed: " + text);
    }

    /** A finished model of each network of each data set, to be measured. */
    List<CellFolder> examples() {
        List<CellFolder> examples = new ArrayList<>();
        Set<Network> networks = new HashSet<>();
        for (CellFolder folder : folders) {
            if (folder.isDone() && networks.add(Network.of(folder.cell()))) {
                examples.add(folder);
            }
        }
        return examples;
    }
}
