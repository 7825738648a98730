package org.jointattention.segmentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What segmenting a file gave. */
public final class FileResult {
    private final List<Path> files;
    private final long pixels;

    /**
     * @param files the files written
     * @param pixels pixels segmented, over all planes
     */
    public FileResult(List<Path> files, long pixels) {
        this.files = Collections.unmodifiableList(new ArrayList<>(files));
        this.pixels = pixels;
    }

    public List<Path> files() {
        return files;
    }

    public long pixels() {
        return pixels;
    }
}
