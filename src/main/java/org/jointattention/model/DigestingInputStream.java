package org.jointattention.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Takes the SHA-256 of what is read through it. */
final class DigestingInputStream extends FilterInputStream {
    private final Checksums checksums = new Checksums();

    DigestingInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        if (read > 0) {
            checksums.write(bytes, from, read);
        }
        return read;
    }

    /** Of all bytes read so far; call it once, at the end. */
    String sha256() {
        return checksums.sha256();
    }
}
