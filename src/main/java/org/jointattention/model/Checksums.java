package org.jointattention.model;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import org.jointattention.files.Sha256;

/** Takes bytes, keeps only their number, CRC-32 and SHA-256. */
final class Checksums extends OutputStream {
    private final CRC32 crc = new CRC32();
    private final MessageDigest digest = Sha256.digest();
    private long size;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        crc.update(bytes, from, count);
        digest.update(bytes, from, count);
        size += count;
    }

    long size() {
        return size;
    }

    long crc32() {
        return crc.getValue();
    }

    /** Lower-case hexadecimal digits. Call it once, at the end: it starts the digest anew. */
    String sha256() {
        return Sha256.text(digest);
    }
}
