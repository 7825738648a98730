package org.jointattention.training;

import java.nio.file.Path;
import java.util.List;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.ImagePlanes;
import org.jointattention.image.LabelPlane;

/** An image file and its mask. */
final class FilePair implements ImagePair {
    private final Path image;
    private final Path mask;

    FilePair(Path image, Path mask) {
        this.image = image;
        this.mask = mask;
    }

    Path imageFile() {
        return image;
    }

    Path mask() {
        return mask;
    }

    @Override
    public String imageName() {
        return image.getFileName().toString();
    }

    @Override
    public String maskName() {
        return mask.getFileName().toString();
    }

    @Override
    public ImagePlanes image() {
        return ImagePlanes.of(ImageFiles.open(image));
    }

    @Override
    public List<LabelPlane> labels() {
        return ImageFiles.openLabels(mask);
    }
}
