package org.jointattention.batch.spark;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jointattention.files.CsvFile;

/** Writes what became of the items while they come: a table of all, and a list of those that failed. */
final class RunTables implements Closeable {
    static final String SUMMARY = "summary.csv";

    /** A list that a run can be given. */
    static final String FAILED = "failed.txt";

    private final Path folder;
    private final BufferedWriter summary;
    private final BufferedWriter failures;
    private long items;
    private long failed;

    /** @param folder for both files, until they are complete */
    RunTables(Path folder, List<String> header) throws IOException {
        this.folder = folder;
        summary = Files.newBufferedWriter(folder.resolve(SUMMARY));
        failures = Files.newBufferedWriter(folder.resolve(FAILED));
        summary.write(CsvFile.line(header));
    }

    void add(Row row) {
        try {
            summary.write(CsvFile.line(row.cells()));
            items++;
            if (row.isFailed()) {
                failures.write(row.item() + "\n");
                failed++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The summary cannot be written: " + e.getMessage(), e);
        }
    }

    RunCounts counts() {
        return new RunCounts(items, failed);
    }

    List<Path> files() {
        return List.of(folder.resolve(SUMMARY), folder.resolve(FAILED));
    }

    @Override
    public void close() throws IOException {
        try (summary) {
            failures.close();
        }
    }
}
