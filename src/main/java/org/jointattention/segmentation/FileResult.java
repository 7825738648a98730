package org.jointattention.segmentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jointattention.image.ClassArea;

/** What segmenting a file gave. */
public final class FileResult {
    private final List<Path> files;
    private final long pixels;
    private final List<ClassArea> areas;

    /**
     * @param files the files written
     * @param pixels pixels segmented, over all planes
     * @param areas what each class but the background takes, over all planes
     */
    public FileResult(List<Path> files, long pixels, List<ClassArea> areas) {
        this.files = Collections.unmodifiableList(new ArrayList<>(files));
        this.pixels = pixels;
        this.areas = Collections.unmodifiableList(new ArrayList<>(areas));
    }

    public List<Path> files() {
        return files;
    }

    public long pixels() {
        return pixels;
    }

    /** What each class but the background takes, over all planes. */
    public List<ClassArea> areas() {
        return areas;
    }
}
