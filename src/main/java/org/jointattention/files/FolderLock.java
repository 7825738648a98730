package org.jointattention.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says to other processes, and to other threads of this one, that somebody works in a folder. The system releases it when
 * the process ends, however it ends.
 */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = ".lock";

    /**
     * Folders that this process has locked. To close a file gives up all locks that the process has on it, so a second thread
     * must not even open it. As wide as what it guards, hence static.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(Path folder, Path file, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * @param folder an existing folder; the empty file {@code .lock} is in it meanwhile
     * @return empty where somebody else works in the folder
     * @throws IOException if the folder cannot be written to
     */
    public static Optional<FolderLock> tryLock(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            return Optional.empty();
        }
        Optional<FolderLock> lock = Optional.empty();
        try {
            lock = lockFile(real, folder.resolve(NAME));
            return lock;
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(real);
            }
        }
    }

    /** The file may be taken away, by who had the lock, after it was opened and before it is locked: then once more. */
    private static Optional<FolderLock> lockFile(Path folder, Path file) throws IOException {
        while (true) {
            Optional<Object> before = identity(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean kept = false;
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    return Optional.empty();
                }
                kept = before.isPresent() && before.equals(identity(file));
                if (kept) {
                    return Optional.of(new FolderLock(folder, file, channel, lock));
                }
            } catch (OverlappingFileLockException e) {
                return Optional.empty(); // This class was loaded twice.
            } finally {
                if (!kept) {
                    channel.close();
                }
            }
        }
    }

    /** Tells a file from a later one of the same name, where the file system can; empty if there is none. */
    private static Optional<Object> identity(Path file) throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? file : key);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file); // first, or it might be another's
        } finally {
            try {
                lock.release();
            } finally {
                channel.close();
                HELD.remove(folder);
            }
        }
    }
}
