package org.jointattention.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Instant;
import org.jointattention.files.Sha256;
import org.jointattention.image.ImageException;
import org.jointattention.image.zarr.OmeZarrImage;

/**
 * What tells a file from a changed one: size, time of change and checksum. The checksum is computed when it is asked for: just
 * before an image is opened, or when a result is written, so that the system's cache has the file and the disk is read once.
 * A folder of OME-Zarr has the sum of its sizes, the latest time, and a checksum of what {@link ZarrStamp} says.
 */
final class FileStamp {
    /** Files above may be larger than the cache, and would be read twice; size and time must do. */
    private static final long LARGEST_HASHED = 1L << 30;

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final long size;
    private final Instant modified;
    private final boolean zarr;
    private String sha256;

    private FileStamp(Path file, long size, Instant modified, String sha256, boolean zarr) {
        this.file = file.toAbsolutePath().normalize();
        this.size = size;
        this.modified = modified;
        this.sha256 = sha256;
        this.zarr = zarr;
    }

    /** As the file is now; of size -1 where it cannot be found: what is wrong is said when it is opened. */
    static FileStamp of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (now.isDirectory() && OmeZarrImage.isIn(file)) {
                return ofZarr(file);
            }
            return new FileStamp(file, now.size(), now.lastModifiedTime().toInstant(), null, false);
        } catch (IOException e) {
            return new FileStamp(file, -1, Instant.EPOCH, "", false);
        }
    }

    private static FileStamp ofZarr(Path folder) throws IOException {
        MessageDigest digest = Sha256.digest();
        ZarrStamp all = ZarrStamp.of(folder, digest);
        return new FileStamp(folder, all.size(), all.modified(), Sha256.text(digest), true);
    }

    /** As it was noted earlier. @param sha256 empty if unknown */
    static FileStamp noted(Path file, long size, Instant modified, String sha256) {
        return new FileStamp(file, size, modified, sha256, false);
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    Instant modified() {
        return modified;
    }

    /** In hexadecimal digits; empty where the file is larger than 1 GiB or cannot be read. */
    String sha256() {
        if (sha256 == null) {
            sha256 = size > LARGEST_HASHED ? "" : hash();
        }
        return sha256;
    }

    private String hash() {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return Sha256.text(digest);
        } catch (IOException e) {
            return "";
        }
    }

    /** The same file by name, size and time of change; nothing is read. Of OME-Zarr, these are of many files. */
    boolean isSameFile(FileStamp other) {
        return size >= 0
                && size == other.size
                && modified.equals(other.modified)
                && file.equals(other.file)
                && (!(zarr || other.zarr) || hasSameContent(other));
    }

    /** The same bytes, whatever the name and time; false where a checksum is unknown. */
    boolean hasSameContent(FileStamp other) {
        return size == other.size && !sha256().isEmpty() && sha256().equals(other.sha256());
    }

    /**
     * To be called when the file was read.
     *
     * @throws ImageException if it is no longer the file that the stamp was taken of
     */
    void requireUnchanged() {
        FileStamp now = of(file);
        if (size >= 0 && now.size < 0) {
            throw new ImageException(file + " went away while it was segmented: nothing is kept of it. Run the batch"
                    + " again when it is back.");
        }
        if (size >= 0 && !isSameFile(now)) {
            throw new ImageException(file + " was changed while it was segmented: nothing is kept of it. Run the batch"
                    + " again when it is complete.");
        }
    }
}
