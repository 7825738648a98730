package org.jointattention.batch;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jointattention.files.CsvFile;

/** The summary of a batch among its results. */
public final class SummaryFile {
    public static final String NAME = "summary.csv";

    private final Path file;

    /** @param folder of the results */
    public SummaryFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    public Path path() {
        return file;
    }

    /** What an earlier batch wrote; empty where there is none, or none that can be read: it is only good to have. */
    public List<List<String>> earlier() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return new CsvFile(file).read();
        } catch (UncheckedIOException e) {
            return List.of();
        }
    }

    /** @throws UncheckedIOException if it cannot be written */
    public void write(BatchSummary summary, List<FileOutcome> outcomes) {
        new CsvFile(file).write(summary.table(outcomes));
    }
}
