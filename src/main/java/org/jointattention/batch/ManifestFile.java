package org.jointattention.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointattention.files.FailureReason;

/**
 * A file of JSON lines that grows while a batch runs, and is valid whenever it ends: a line that was not written to its end is
 * cut off.
 */
final class ManifestFile implements AutoCloseable {
    private static final String ADVICE = ". Check that its folder may be written to and has room.";

    private final Path file;
    private final FileChannel channel;

    private ManifestFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * The sound lines of a file, which need not exist; others, such as one that a power failure spoiled, are left out.
     *
     * @throws IOException if it cannot be read; the message is for the user
     */
    static List<ManifestEntry> read(Path file) throws IOException {
        List<ManifestEntry> entries = new ArrayList<>();
        if (!Files.exists(file)) {
            return entries;
        }
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            text.lines().map(ManifestEntry::parse).flatMap(Optional::stream).forEach(entries::add);
            return entries;
        } catch (IOException e) {
            throw new IOException("The manifest " + file + " cannot be read: " + FailureReason.of(e) + ADVICE, e);
        }
    }

    /**
     * Opens a file to add lines; it is made where it is missing.
     *
     * @throws IOException if it cannot be written; the message is for the user
     */
    static ManifestFile append(Path file) throws IOException {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.position(endOfLines(channel));
            return new ManifestFile(file, channel);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Behind the last line that is whole. */
    private static long endOfLines(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        long end = channel.size();
        while (end > 0) {
            last.clear();
            channel.read(last, end - 1);
            if (last.get(0) == '\n') {
                break;
            }
            end--;
        }
        channel.truncate(end);
        return end;
    }

    /** @throws IOException if it cannot be written; the file is as before then, and the message for the user */
    synchronized void add(ManifestEntry entry) throws IOException {
        long begin = channel.position();
        ByteBuffer line = ByteBuffer.wrap((entry.line() + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            channel.truncate(begin);
            throw failure(file, e);
        }
    }

    private static IOException failure(Path file, IOException e) {
        return new IOException("The manifest " + file + " cannot be written: " + FailureReason.of(e) + ADVICE, e);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
