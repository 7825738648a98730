package org.jointattention.model;

import java.io.InputStream;

/** Takes the SHA-256 of what is read through it. */
final class DigestingInputStream extends WatchedInputStream {
    private final Checksums checksums = new Checksums();

    DigestingInputStream(InputStream in) {
        super(in);
    }

    @Override
    void seen(byte[] bytes, int from, int count) {
        checksums.write(bytes, from, count);
    }

    /** Of all bytes read so far; call it once, at the end. */
    String sha256() {
        return checksums.sha256();
    }
}
