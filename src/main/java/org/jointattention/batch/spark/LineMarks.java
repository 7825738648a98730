package org.jointattention.batch.spark;

import java.util.Arrays;

/**
 * Where lines of a file begin: every line at first, every second one when there are too many, every fourth, and so on. So
 * their number has a limit, and who looks for a line reads a part of the file only.
 */
final class LineMarks {
    private final long[] offsets;
    private int count;
    private long step = 1;
    private long lines;

    /** @param limit of marks that are kept, at least 2 */
    LineMarks(int limit) {
        offsets = new long[limit];
    }

    /** The next line begins here. */
    void add(long offset) {
        if (lines++ % step != 0) {
            return;
        }
        if (count == offsets.length) {
            thin();
            if ((lines - 1) % step != 0) {
                return;
            }
        }
        offsets[count++] = offset;
    }

    private void thin() {
        count = (count + 1) / 2;
        for (int i = 1; i < count; i++) {
            offsets[i] = offsets[2 * i];
        }
        step *= 2;
    }

    /** Lines from a mark to the next one. */
    long step() {
        return step;
    }

    /** The number of the last mark at or before a line. */
    long before(long line) {
        return line / step;
    }

    long offset(long mark) {
        return offsets[Math.toIntExact(mark)];
    }

    @Override
    public String toString() {
        return count + " marks, one every " + step + " lines: " + Arrays.toString(Arrays.copyOf(offsets, count));
    }
}
