package org.jointattention.training;

import java.nio.file.Path;

/** An image file and its mask. */
final class FilePair {
    private final Path image;
    private final Path mask;

    FilePair(Path image, Path mask) {
        this.image = image;
        this.mask = mask;
    }

    Path image() {
        return image;
    }

    Path mask() {
        return mask;
    }

    String imageName() {
        return image.getFileName().toString();
    }

    String maskName() {
        return mask.getFileName().toString();
    }
}
