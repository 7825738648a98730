package org.jointattention.training;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Random changes to patches, so that a network does not learn what does not matter. Geometry moves
 * image and labels alike; the other effects leave the labels alone. Immutable: each {@code with}
 * method returns a changed copy.
 */
public final class Augmentation {
    /** Pixels between the nodes of the elastic deformation. */
    static final int ELASTIC_SPACING = 32;

    private static final int FOLD_SAFETY = 4;

    private final Symmetries symmetries;
    private final Map<Effect, Strength> strengths;

    private Augmentation(Symmetries symmetries, Map<Effect, Strength> strengths) {
        this.symmetries = Objects.requireNonNull(symmetries);
        this.strengths = strengths;
        double amplitude = strength(Effect.ELASTIC).high();
        if (amplitude * FOLD_SAFETY > ELASTIC_SPACING) {
            throw new IllegalArgumentException("Displacements of " + amplitude + " pixels on a grid of "
                    + ELASTIC_SPACING + " could fold the image; use at most " + ELASTIC_SPACING / FOLD_SAFETY + ".");
        }
    }

    /** Patches as they are. */
    public static Augmentation none() {
        return new Augmentation(Symmetries.none(), new EnumMap<>(Effect.class));
    }

    /** {@link #standard(Symmetries, double)} for values of about 0 to 1. */
    public static Augmentation standard(Symmetries symmetries) {
        return standard(symmetries, 1);
    }

    /**
     * Moderate changes that suit most images, with rotations as far as the symmetries go.
     *
     * @param contrast factor of brightness and noise: how much more the values deviate than if normalised to
     *     0 to 1
     */
    public static Augmentation standard(Symmetries symmetries, double contrast) {
        double turn = symmetries.maxRotationDegrees();
        return none().withSymmetries(symmetries)
                .with(Effect.ROTATION, -turn, turn, turn > 0 ? 0.5 : 0)
                .with(Effect.SCALE, 0.75, 1.33, 0.4)
                .with(Effect.ELASTIC, 1, 8, 0.3)
                .with(Effect.BRIGHTNESS, -0.15 * contrast, 0.15 * contrast, 0.3)
                .with(Effect.CONTRAST, 0.7, 1.4, 0.3)
                .with(Effect.GAMMA, 0.7, 1.4, 0.3)
                .with(Effect.NOISE, 0, 0.1 * contrast, 0.2)
                .with(Effect.BLUR, 0.4, 1.2, 0.15);
    }

    /** Small and rare changes, which leave the borders of thin objects where their labels have them. */
    public static Augmentation gentle(Symmetries symmetries) {
        double turn = symmetries.maxRotationDegrees();
        return none().withSymmetries(symmetries)
                .with(Effect.ROTATION, -turn, turn, turn > 0 ? 0.2 : 0)
                .with(Effect.SCALE, 0.9, 1.1, 0.2)
                .with(Effect.ELASTIC, 1, 8, 0.3)
                .with(Effect.BRIGHTNESS, -0.15, 0.15, 0.3)
                .with(Effect.CONTRAST, 0.8, 1.25, 0.3)
                .with(Effect.GAMMA, 0.8, 1.25, 0.2)
                .with(Effect.NOISE, 0, 0.05, 0.1);
    }

    /** The flips and quarter turns to draw from, evenly; rotations have their own effect. */
    public Augmentation withSymmetries(Symmetries value) {
        return new Augmentation(value, strengths);
    }

    /**
     * @param low least strength, in the effect's unit
     * @param high greatest strength
     * @param probability share of the patches that have the effect, 0 to 1
     * @throws IllegalArgumentException if the effect does not admit the range
     */
    public Augmentation with(Effect effect, double low, double high, double probability) {
        Map<Effect, Strength> changed = new EnumMap<>(strengths);
        changed.put(effect, new Strength(effect, low, high, probability));
        return new Augmentation(symmetries, changed);
    }

    public Symmetries symmetries() {
        return symmetries;
    }

    /** Range and probability of an effect; of probability 0 where it was never set. */
    public Strength strength(Effect effect) {
        Strength strength = strengths.get(effect);
        return strength == null ? Strength.never(effect) : strength;
    }

    double draw(Effect effect, FastRandom random) {
        return strength(effect).draw(effect, random);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Augmentation)) {
            return false;
        }
        Augmentation that = (Augmentation) other;
        return symmetries.equals(that.symmetries) && strengths.equals(that.strengths);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symmetries, strengths);
    }

    @Override
    public String toString() {
        return symmetries + ", " + strengths + ", grid of " + ELASTIC_SPACING;
    }
}
