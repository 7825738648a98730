package org.jointattention.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A table in a file after RFC 4180 (comma, CRLF, quotes doubled within quotes), in UTF-8. */
public final class CsvFile {
    private final Path file;

    public CsvFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * Makes the folder of the file where it is missing, so that a wrong place is found before the work is done.
     *
     * @throws UncheckedIOException if the file could not be written; its message is for the user: the file, why, what to do
     */
    public void prepare() {
        try {
            if (Files.isDirectory(file)) {
                throw new IOException("it is a folder; name a file.");
            }
            WritableFolder.prepare(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Replaces the file; it is never seen half written.
     *
     * @throws UncheckedIOException if it cannot be written; its message is for the user, too
     */
    public void write(List<List<String>> records) {
        prepare();
        String text = records.stream().map(CsvFile::line).collect(Collectors.joining());
        try {
            AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /**
     * The records of a file that {@link #write} wrote, or of any after RFC 4180; lines may end with a line feed alone.
     *
     * @throws UncheckedIOException if it cannot be read, is not UTF-8, or ends within quotes; its message names the file
     */
    public List<List<String>> read() {
        try {
            return new CsvText(Files.readString(file)).records();
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + file + " cannot be read: " + FailureReason.of(e), e);
        }
    }

    /** A record as it stands in the file, with its line end: for tables that are too long to be kept. */
    public static String line(List<String> record) {
        return record.stream().map(CsvFile::field).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
