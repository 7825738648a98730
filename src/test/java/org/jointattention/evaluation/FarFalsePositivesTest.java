package org.jointattention.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.Test;

public class FarFalsePositivesTest {
    private static OptionalDouble value(int far, Mask truth, Mask prediction) {
        return new FarFalsePositives(far).of(Masks.compare(truth, prediction, 1));
    }

    @Test
    public void countsWhatIsFartherThanTheLimit() {
        Mask truth = Masks.draw("1........?");
        Mask prediction = Masks.draw(".111.1..1.");
        assertEquals(2 / 9.0, value(4, truth, prediction).getAsDouble(), 0);
        assertEquals(1 / 9.0, value(5, truth, prediction).getAsDouble(), 0);
        assertEquals(0, value(8, truth, prediction).getAsDouble(), 0);
    }

    @Test
    public void whatIsIgnoredDoesNotCount() {
        assertEquals(0, value(1, Masks.draw("1...?"), Masks.draw("1...1")).getAsDouble(), 0);
        assertTrue(value(1, Masks.draw("??"), Masks.draw("11")).isEmpty());
    }

    @Test
    public void withoutAnyTruthAllAreFar() {
        assertEquals(0.5, value(100, Masks.draw("...."), Masks.draw("11..")).getAsDouble(), 0);
        assertEquals(0, value(100, Masks.draw("...."), Masks.draw("....")).getAsDouble(), 0);
    }

    @Test
    public void equalsBruteForce() {
        Random random = new Random(2);
        for (int i = 0; i < 20; i++) {
            Mask truth = Masks.random(random, 19, 11, 3, 0.03);
            Mask prediction = Masks.random(random, 19, 11, 3, 0.2);
            long far = 0;
            for (int a = 0; a < truth.pixels(); a++) {
                far += prediction.label(a) == 1 && isFar(a, truth, 3) ? 1 : 0;
            }
            assertEquals(far / 209.0, value(3, truth, prediction).getAsDouble(), 1e-12);
        }
    }

    private static boolean isFar(int a, Mask truth, double limit) {
        for (int b = 0; b < truth.pixels(); b++) {
            double distance = Math.hypot(a % truth.width() - b % truth.width(), a / truth.width() - b / truth.width());
            if (truth.label(b) == 1 && distance <= limit) {
                return false;
            }
        }
        return true;
    }
}
