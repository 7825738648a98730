package org.jointattention.training;

import java.util.List;
import java.util.stream.Collectors;
import org.jointattention.image.FloatPlane;

/** Turns images of three equal channels, such as grey pictures saved as RGB, into images of one. */
final class GreyColour {
    private GreyColour() {}

    /** Whether no image shows colour, and some have three channels nevertheless. */
    static boolean isEverywhere(List<Sample> samples) {
        return samples.stream().anyMatch(sample -> sample.image().channels() == 3)
                && samples.stream().allMatch(sample -> sample.image().channels() == 1 || isGrey(sample.image()));
    }

    /** The samples with one channel each. */
    static List<Sample> toGrey(List<Sample> samples) {
        return samples.stream()
                .map(sample -> new Sample(sample.name(), toGrey(sample.image()), sample.labels()))
                .collect(Collectors.toList());
    }

    private static boolean isGrey(FloatPlane image) {
        float[] values = image.values();
        for (int i = 0; i < values.length && image.channels() == 3; i += 3) {
            if (values[i] != values[i + 1] || values[i] != values[i + 2]) {
                return false;
            }
        }
        return image.channels() == 3;
    }

    private static FloatPlane toGrey(FloatPlane image) {
        float[] grey = new float[image.width() * image.height()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = image.values()[i * image.channels()];
        }
        return new FloatPlane(image.width(), image.height(), 1, grey);
    }
}
