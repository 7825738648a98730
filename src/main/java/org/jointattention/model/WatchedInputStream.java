package org.jointattention.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that sees every byte that is read or skipped, whatever method does it. */
abstract class WatchedInputStream extends FilterInputStream {
    private static final int SKIPPED_AT_ONCE = 1 << 13;

    WatchedInputStream(InputStream in) {
        super(in);
    }

    /** Is told of each part that was read, at least one byte. */
    abstract void seen(byte[] bytes, int from, int count);

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        if (read > 0) {
            seen(bytes, from, read);
        }
        return read;
    }

    /** Skips by reading. */
    @Override
    public final long skip(long length) throws IOException {
        return Math.max(0, read(new byte[(int) Math.max(0, Math.min(length, SKIPPED_AT_ONCE))]));
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
