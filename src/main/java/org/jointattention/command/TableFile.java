package org.jointattention.command;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jointattention.files.CsvFile;

/** A table as a CSV file, where one is named: what macros without windows can keep of a table. */
final class TableFile {
    /** What inputs say of it. */
    static final String DESCRIPTION =
            "Also write the rows of this run to this CSV file, which a macro without windows can do with no table."
                    + " Empty: no file.";

    private final File file;

    /** @param file one without a name for none */
    TableFile(File file) {
        this.file = file;
    }

    boolean isWanted() {
        return !ChosenFile.isNone(file);
    }

    /**
     * Finds a wrong place before the work is done.
     *
     * @throws java.io.UncheckedIOException if the file cannot be written; its message is for the user
     */
    void prepare() {
        if (isWanted()) {
            new CsvFile(file.toPath()).prepare();
        }
    }

    /** Replaces the file, where one is named. */
    void write(List<String> columns, List<List<String>> rows) {
        if (isWanted()) {
            List<List<String>> records = new ArrayList<>();
            records.add(columns);
            records.addAll(rows);
            new CsvFile(file.toPath()).write(records);
        }
    }
}
