package org.jointattention.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointattention.evaluation.EvaluationScores;
import org.jointattention.evaluation.ScoreTable;
import org.jointattention.files.AtomicFile;
import org.jointattention.files.CsvFile;
import org.jointattention.files.FailureReason;
import org.jointattention.files.FolderLock;
import org.jointattention.files.WritableFolder;

/**
 * The files of one cell: {@code model.zip} with its checkpoints while it is trained, {@code labels} of the test images,
 * {@code scores.csv}, and, written last, {@code cell.csv}, which says that the cell is finished.
 */
public final class CellFolder {
    private static final String FAILURE = "failure.txt";
    private static final String IMAGES = "images.txt";

    private final Cell cell;
    private final Path folder;

    /** @param cells the folder of all cells */
    CellFolder(Path cells, Cell cell) {
        this.cell = cell;
        this.folder = cells.resolve(cell.folder());
    }

    Cell cell() {
        return cell;
    }

    Path model() {
        return folder.resolve("model.zip");
    }

    Path labels() {
        return folder.resolve("labels");
    }

    private Path scores() {
        return folder.resolve("scores.csv");
    }

    private CsvFile figures() {
        return new CsvFile(folder.resolve("cell.csv"));
    }

    boolean isDone() {
        return Files.exists(folder.resolve("cell.csv"));
    }

    /**
     * Keeps others from computing the same cell.
     *
     * @return empty where somebody does
     */
    Optional<FolderLock> claim() {
        try {
            WritableFolder.prepare(folder);
            return FolderLock.tryLock(folder);
        } catch (IOException e) {
            throw new ComparisonException("The folder " + folder + " cannot be used: " + FailureReason.of(e), e);
        }
    }

    /** @param settings what the cell was made with */
    void finish(EvaluationScores evaluation, CellFigures values, CellSettings settings) {
        new ScoreTable(evaluation).writeCsv(scores());
        List<List<String>> records = new ArrayList<>();
        records.add(List.of("name", "value"));
        records.add(List.of("data", cell.data()));
        records.add(List.of("backbone", cell.backbone()));
        records.add(List.of("attention", cell.attention()));
        records.add(List.of("seed", Long.toString(cell.seed())));
        records.addAll(settings.records());
        values.values().forEach((name, value) -> records.add(List.of(name, value)));
        figures().write(records);
        delete(folder.resolve(FAILURE));
        delete(folder.resolve(IMAGES));
    }

    /**
     * What a finished cell came to.
     *
     * @param settings of the plan
     * @throws ComparisonException if it was made with other settings or images, or its files are damaged
     */
    CellResult result(CellSettings settings) {
        Map<String, String> values = new LinkedHashMap<>();
        for (List<String> record : figures().read()) {
            values.put(record.get(0), record.size() > 1 ? record.get(1) : "");
        }
        settings.check(folder, values);
        return new CellResult(cell, new CellFigures(values), new CellScores(scores()).read());
    }

    /** Leaves a note for the report; a later try that works removes it. */
    void failed(String message) throws IOException {
        AtomicFile.write(folder.resolve(FAILURE), out -> out.write(message.getBytes(StandardCharsets.UTF_8)));
    }

    /** Why the cell failed when it was last tried. */
    Optional<String> failure() {
        Path file = folder.resolve(FAILURE);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new ComparisonException("The file " + file + " cannot be read: " + FailureReason.of(e), e);
        }
    }

    /** Remembers what a training that begins is made with. @param checksum of the images */
    void noteImages(String checksum) {
        try {
            AtomicFile.write(folder.resolve(IMAGES), out -> out.write(checksum.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new ComparisonException("The folder " + folder + " cannot be used: " + FailureReason.of(e), e);
        }
    }

    /** Whether the training that is under way was begun with these images. */
    boolean hasImages(String checksum) {
        Path file = folder.resolve(IMAGES);
        try {
            return Files.exists(file) && Files.readString(file).equals(checksum);
        } catch (IOException e) {
            throw new ComparisonException("The file " + file + " cannot be read: " + FailureReason.of(e), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ComparisonException("The file " + file + " cannot be deleted: " + FailureReason.of(e), e);
        }
    }
}
