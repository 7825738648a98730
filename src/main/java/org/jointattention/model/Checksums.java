package org.jointattention.model;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;

/** Takes bytes, keeps only their number, CRC-32 and SHA-256. */
final class Checksums extends OutputStream {
    private final CRC32 crc = new CRC32();
    private final MessageDigest digest = newSha256();
    private long size;

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

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
        StringBuilder text = new StringBuilder();
        for (byte b : digest.digest()) {
            text.append(String.format("%02x", b));
        }
        return text.toString();
    }
}
