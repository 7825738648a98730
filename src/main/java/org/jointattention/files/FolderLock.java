package org.jointattention.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Says to other processes, and to other threads of this one, that somebody works in a folder. The system releases it when
 * the process ends, however it ends.
 */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = ".lock";

    /** Bytes of the file, which take no room on the disk. */
    private static final int LONGEST = 1 << 16;

    /**
     * Folders that this process has locked. To close a file gives up all locks that the process has on it, so a second thread
     * must not even open it. As wide as what it guards, hence static.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path file;
    private final RandomAccessFile opened;
    private final FileLock lock;

    private FolderLock(Path folder, Path file, RandomAccessFile opened, FileLock lock) {
        this.folder = folder;
        this.file = file;
        this.opened = opened;
        this.lock = lock;
    }

    /**
     * @param folder an existing folder; the file {@code .lock}, without content, is in it meanwhile
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
            RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
            boolean kept = false;
            try {
                FileLock lock = opened.getChannel().tryLock();
                if (lock == null) {
                    return Optional.empty();
                }
                kept = before.isPresent() && isStillAt(file, opened) && before.equals(identity(file));
                if (kept) {
                    return Optional.of(new FolderLock(folder, file, opened, lock));
                }
            } catch (OverlappingFileLockException e) {
                return Optional.empty(); // This class was loaded twice.
            } finally {
                if (!kept) {
                    opened.close();
                }
            }
        }
    }

    /**
     * Whether a locked file is still the one of that name. A later one may have the identity of an earlier one, which the
     * system uses again; but only the holder of its lock gives it a length, and each draws its own. Nothing is written.
     */
    private static boolean isStillAt(Path file, RandomAccessFile locked) throws IOException {
        long length = 1 + ThreadLocalRandom.current().nextInt(LONGEST);
        locked.setLength(length);
        try {
            return Files.size(file) == length;
        } catch (NoSuchFileException e) {
            return false;
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
                opened.close();
                HELD.remove(folder);
            }
        }
    }
}
