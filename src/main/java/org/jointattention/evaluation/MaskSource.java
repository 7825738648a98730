package org.jointattention.evaluation;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Where the masks of one image come from: a file, or an image that is open. Each reading gives the same masks. */
final class MaskSource {
    private final String name;
    private final Supplier<List<Mask>> reading;

    private MaskSource(String name, Supplier<List<Mask>> reading) {
        this.name = Objects.requireNonNull(name);
        this.reading = reading;
    }

    static MaskSource of(Path file) {
        return new MaskSource(file.toString(), () -> Mask.read(file));
    }

    static MaskSource of(ImagePlus image) {
        String name = "\"" + image.getTitle() + "\"";
        return new MaskSource(name, () -> Mask.of(image, name));
    }

    /**
     * One mask a page or plane.
     *
     * @throws EvaluationException if it cannot be read, or holds no masks
     */
    List<Mask> read() {
        return reading.get();
    }

    /** What messages call it. */
    @Override
    public String toString() {
        return name;
    }
}
