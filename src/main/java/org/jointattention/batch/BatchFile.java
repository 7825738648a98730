package org.jointattention.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jointattention.segmentation.Output;

/** An image file, and the folder that its results go to. */
public final class BatchFile {
    private final Path image;
    private final Path folder;

    public BatchFile(Path image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    public Path image() {
        return image;
    }

    /** The folder of its results; it may not exist yet. */
    public Path folder() {
        return folder;
    }

    /** Whether all its results are there. */
    public boolean isDone(Set<Output> outputs) {
        return outputs.stream().allMatch(output -> Files.isRegularFile(output.file(image, folder)));
    }
}
