package org.jointattention.model;

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

/** Writes a file under a temporary name beside its target and moves it into place when it is complete. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the file's content. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @throws ModelException that names the file, if it cannot be written; nothing is left behind then */
    public static void write(Path file, Content content) {
        Path target = file.toAbsolutePath();
        checkTarget(target);
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try {
                writeDurably(temporary, content);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new ModelException(
                    file + ": the file cannot be written: " + Checks.reason(e)
                            + ". Is there space left, and may you write in that folder?",
                    e);
        }
    }

    private static void checkTarget(Path target) {
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new ModelException(target + ": expected the name of a file to write; it is a folder.");
        } else if (!Files.isDirectory(folder)) {
            throw new ModelException(target + ": the folder " + folder + " does not exist. Make it first.");
        } else if (!Files.isWritable(folder)) {
            throw new ModelException(target + ": the folder " + folder + " is not writable. Choose another folder.");
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
}
