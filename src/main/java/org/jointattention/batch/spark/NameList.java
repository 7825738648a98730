package org.jointattention.batch.spark;

/**
 * A list of names in a file that executors reach, of which the driver keeps the number of names and where in the file
 * some of them begin.
 */
final class NameList {
    private final String file;
    private final long count;
    private final LineMarks marks;

    NameList(String file, long count, LineMarks marks) {
        this.file = file;
        this.count = count;
        this.marks = marks;
    }

    long count() {
        return count;
    }

    NameRange range(long from, long to) {
        long mark = marks.before(from);
        return new NameRange(file, marks.offset(mark), from - mark * marks.step(), to - from);
    }
}
