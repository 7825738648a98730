package org.jointattention.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file under a hidden temporary name beside its target and moves it into place when it is complete. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the file's content. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, all or nothing: if it fails, a former file is unchanged and nothing is left behind. What the
     * content throws unchecked is passed on.
     *
     * @throws IOException if it cannot be written; its message is for the user: the file, what is wrong, what to do
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        checkTarget(target);
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            writeDurably(temporary, content);
            move(temporary, target);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot write " + target + ": " + FailureReason.of(e)
                            + ". Check that the folder exists, may be written to and has room.",
                    e);
        } finally {
            delete(temporary);
        }
    }

    private static void checkTarget(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new IOException("Cannot write " + target + ": it is a folder. Name a file.");
        } else if (!Files.isDirectory(folder)) {
            throw new IOException(
                    "Cannot write " + target + ": the folder " + folder + " does not exist. Make it first.");
        } else if (!Files.isWritable(folder)) {
            throw new IOException(
                    "Cannot write " + target + ": the folder " + folder + " is not writable. Choose another folder.");
        }
    }

    /** Forced to the disk, for a move may survive a power failure that the content does not. */
    private static void writeDurably(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            temporary.toFile().deleteOnExit(); // the failure that is being reported matters more
        }
    }
}
