package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class AugmentationTest {
    @Test
    public void noneDrawsTheNeutralStrength() {
        FastRandom random = FastRandom.of(1);
        for (Effect effect : Effect.values()) {
            assertEquals(effect.neutral(), Augmentation.none().draw(effect, random), 0);
        }
    }

    @Test
    public void standardRotatesAsFarAsTheSymmetriesGo() {
        Strength rotation =
                Augmentation.standard(Symmetries.of(true, false, false, 15)).strength(Effect.ROTATION);
        assertEquals(-15, rotation.low(), 0);
        assertEquals(15, rotation.high(), 0);
        assertEquals(
                0,
                Augmentation.standard(Symmetries.none())
                        .strength(Effect.ROTATION)
                        .probability(),
                0);
    }

    @Test
    public void drawsLieInTheRangeAsOftenAsAsked() {
        Augmentation augmentation = Augmentation.none().with(Effect.SCALE, 0.5, 2, 0.25);
        FastRandom random = FastRandom.of(2);
        int changed = 0;
        double logarithms = 0;
        for (int i = 0; i < 10000; i++) {
            double scale = augmentation.draw(Effect.SCALE, random);
            assertTrue(scale >= 0.5 && scale <= 2.0000001);
            changed += scale == 1 ? 0 : 1;
            logarithms += Math.log(scale);
        }
        assertEquals(2500, changed, 150);
        assertEquals(0, logarithms / 10000, 0.01);
    }

    @Test
    public void refusesImpossibleStrengths() {
        Augmentation none = Augmentation.none();
        assertThrows(IllegalArgumentException.class, () -> none.with(Effect.SCALE, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> none.with(Effect.NOISE, 0.2, 0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> none.with(Effect.NOISE, 0.1, 0.2, 1.1));
        assertThrows(IllegalArgumentException.class, () -> none.with(Effect.GAMMA, Double.NaN, 1, 1));
    }

    @Test
    public void refusesDeformationsThatFold() {
        Augmentation none = Augmentation.none();
        assertThrows(IllegalArgumentException.class, () -> none.with(Effect.ELASTIC, 0, 9, 1));
        assertEquals(
                8, none.with(Effect.ELASTIC, 0, 8, 1).strength(Effect.ELASTIC).high(), 0);
    }

    @Test
    public void equalWhereAllIsEqual() {
        Augmentation a = Augmentation.standard(Symmetries.all());
        assertEquals(a, Augmentation.standard(Symmetries.all()));
        assertEquals(a.hashCode(), Augmentation.standard(Symmetries.all()).hashCode());
        assertNotEquals(a, a.with(Effect.BLUR, 0, 1, 1));
    }
}
