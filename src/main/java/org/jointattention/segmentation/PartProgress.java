package org.jointattention.segmentation;

/** The progress of a part, as the progress of the whole. */
final class PartProgress implements Progress {
    private final Progress whole;
    private final long before;
    private final long size;
    private final long total;

    /**
     * @param before how much of the whole lies before the part
     * @param size of the part
     * @param total size of the whole
     */
    PartProgress(Progress whole, long before, long size, long total) {
        this.whole = whole;
        this.before = before;
        this.size = size;
        this.total = total;
    }

    @Override
    public void update(long done, long parts) {
        whole.update(before + Math.round((double) size * done / parts), total);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }
}
