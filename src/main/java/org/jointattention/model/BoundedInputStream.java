package org.jointattention.model;

import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes of a file, refuses more than allowed, and remembers the last ones. */
final class BoundedInputStream extends WatchedInputStream {
    private final long max;
    private final byte[] tail;
    private long count;

    /**
     * @param max most bytes that may be read
     * @param tail how many of the last bytes to remember
     */
    BoundedInputStream(InputStream in, long max, int tail) {
        super(in);
        this.max = max;
        this.tail = new byte[tail];
    }

    long count() {
        return count;
    }

    @Override
    void seen(byte[] bytes, int from, int read) {
        remember(bytes, from, read);
        count += read;
        if (count > max) {
            throw new ModelException("The file is larger than " + max + " bytes; a model file is not.");
        }
    }

    /** The tail is a ring: byte i of the file lies at i modulo its length. */
    private void remember(byte[] bytes, int from, int read) {
        for (int done = Math.max(0, read - tail.length); done < read; ) {
            int at = (int) ((count + done) % tail.length);
            int part = Math.min(read - done, tail.length - at);
            System.arraycopy(bytes, from + done, tail, at, part);
            done += part;
        }
    }

    /** The last bytes that were read, oldest first. */
    byte[] tail() {
        int length = (int) Math.min(count, tail.length);
        byte[] ordered = new byte[length];
        for (int i = 0; i < length; i++) {
            ordered[i] = tail[(int) ((count - length + i) % tail.length)];
        }
        return ordered;
    }

    /** Reads to the end. */
    void drain() throws IOException {
        byte[] buffer = new byte[1 << 13];
        int read;
        do {
            read = read(buffer, 0, buffer.length);
        } while (read >= 0);
    }
}
