package org.jointattention.segmentation;

/** One plane's part of the progress of all planes of an image. */
final class PlaneProgress implements Progress {
    private final Progress whole;
    private final int plane;
    private final int planes;

    PlaneProgress(Progress whole, int plane, int planes) {
        this.whole = whole;
        this.plane = plane;
        this.planes = planes;
    }

    @Override
    public void update(long done, long total) {
        whole.update(plane * total + done, planes * total);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }
}
