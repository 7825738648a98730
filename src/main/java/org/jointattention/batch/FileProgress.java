package org.jointattention.batch;

import org.jointattention.segmentation.Progress;

/** One file's part of the progress of all files, in thousandths: files differ in their numbers of tiles. */
final class FileProgress implements Progress {
    private static final long PARTS = 1000;

    private final Progress whole;
    private final int index;
    private final int count;

    FileProgress(Progress whole, int index, int count) {
        this.whole = whole;
        this.index = index;
        this.count = count;
    }

    @Override
    public void update(long done, long total) {
        long part = total > 0 ? Math.round((double) PARTS * done / total) : 0;
        whole.update(index * PARTS + part, count * PARTS);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }
}
