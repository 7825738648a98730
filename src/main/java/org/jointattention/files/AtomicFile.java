package org.jointattention.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a file under a hidden temporary name beside its target and moves it into place when it is complete. */
public final class AtomicFile {
    private static final Pattern TEMPORARY =
            Pattern.compile("\\.(.+)\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");

    /**
     * Temporary files of this process. To close a file gives up all locks that the process has on it, so none of these may
     * be opened once more. As wide as what it guards, hence static.
     */
    private static final Set<Path> WRITING = ConcurrentHashMap.newKeySet();

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
        WRITING.add(temporary);
        try {
            writeDurably(temporary, content);
            move(temporary, target);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot write " + target + ": " + FailureReason.of(e)
                            + ". Check that the folder exists, may be written to and has room.",
                    e);
        } finally {
            WRITING.remove(temporary);
            delete(temporary);
        }
    }

    /**
     * Removes what a process that was killed left of files it was writing; what others are writing now stays.
     *
     * @param folder that may not exist
     * @param targets which files are meant; asked with the folder as it was given, and the file's name
     * @throws IOException if it cannot be searched, or a file not be removed; the message is for the user
     */
    public static void removeLeftovers(Path folder, Predicate<Path> targets) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, ".*.tmp")) {
            for (Path entry : entries) {
                Matcher name = TEMPORARY.matcher(entry.getFileName().toString());
                if (name.matches() && targets.test(folder.resolve(name.group(1))) && !isBeingWritten(entry)) {
                    Files.deleteIfExists(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new IOException(
                    "What an earlier run left in " + folder + " cannot be removed: " + FailureReason.of(e)
                            + ". Check the folder's permissions.",
                    e);
        }
    }

    private static boolean isBeingWritten(Path temporary) throws IOException {
        if (WRITING.contains(temporary.toAbsolutePath())) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            return !lock(channel);
        } catch (NoSuchFileException e) {
            return false; // it was completed just now
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
            lock(channel);
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** Until the file is closed, or the process ends, however it ends. @return false where there are no locks, too */
    private static boolean lock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
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
