package org.jointattention.batch.spark;

/** The files of a list, to be segmented. */
final class FileListWork implements Work {
    private final NameList names;
    private final FileJob job;

    FileListWork(NameList names, FileJob job) {
        this.names = names;
        this.job = job;
    }

    @Override
    public long count() {
        return names.count();
    }

    @Override
    public Slice slice(long from, long to) {
        return new FileSlice(names.range(from, to), job);
    }
}
