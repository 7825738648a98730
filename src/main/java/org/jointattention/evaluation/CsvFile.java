package org.jointattention.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
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
     * @throws EvaluationException if the file could not be written
     */
    public void prepare() {
        if (Files.isDirectory(file)) {
            throw new EvaluationException(file + " is a folder; name a file for the table.");
        }
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw failed(e);
        }
        if (!Files.isWritable(file.getParent())) {
            throw new EvaluationException("The folder " + file.getParent() + " cannot be written to.");
        }
    }

    /**
     * Replaces the file; it is never seen half written.
     *
     * @throws EvaluationException if it cannot be written
     */
    public void write(List<List<String>> records) {
        prepare();
        String text = records.stream().map(CsvFile::line).collect(Collectors.joining());
        Path temporary = file.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(temporary, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
            move(temporary);
        } catch (IOException e) {
            throw failed(e);
        } finally {
            deleteLeftOver(temporary);
        }
    }

    private void move(Path temporary) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void deleteLeftOver(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private EvaluationException failed(IOException cause) {
        return new EvaluationException(
                "The table " + file + " cannot be written (" + cause + "); choose another place.", cause);
    }

    private static String line(List<String> record) {
        return record.stream().map(CsvFile::field).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
