package org.jointattention.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How much training images are changed. */
public enum AugmentationLevel {
    /** Flips and turns as admitted, nothing else. */
    NONE,
    /** Small, rare changes that leave borders where they are: for thin objects. */
    GENTLE,
    /** Moderate changes that suit most images. */
    STANDARD;

    /** @throws PlanException if there is no such level */
    public static AugmentationLevel parse(String text) {
        for (AugmentationLevel level : values()) {
            if (level.toString().equals(text.trim().toLowerCase(Locale.ROOT))) {
                return level;
            }
        }
        String known = Arrays.stream(values()).map(AugmentationLevel::toString).collect(Collectors.joining(", "));
        throw new PlanException("Unknown augmentation '" + text + "'; use one of " + known + ".");
    }

    /** @param contrast how much more the values deviate than if normalised to 0 to 1 */
    Augmentation augmentation(Symmetries symmetries, double contrast) {
        switch (this) {
            case NONE:
                return Augmentation.none().withSymmetries(symmetries);
            case GENTLE:
                return Augmentation.gentle(symmetries);
            default:
                return Augmentation.standard(symmetries, contrast);
        }
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
