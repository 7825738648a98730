package org.jointattention.evaluation;

import static org.junit.Assert.assertEquals;

import java.util.Random;
import org.junit.Test;

public class BoundaryF1Test {
    private static final double EXACT = 1e-12;

    private static double value(int tolerance, Mask truth, Mask prediction) {
        return new BoundaryF1(tolerance).of(Masks.compare(truth, prediction, 1)).getAsDouble();
    }

    @Test
    public void isTheHarmonicMeanOfBothShares() {
        // Of the predicted surface, columns 0 to 2 of six lie within 2 px of column 0; all of the truth does.
        assertEquals(2 * 1 * 0.5 / 1.5, value(2, Masks.draw("1....."), Masks.draw("111111")), EXACT);
        assertEquals(2 * (1 / 6.0) / (7 / 6.0), value(0, Masks.draw("1....."), Masks.draw("111111")), EXACT);
    }

    @Test
    public void aShiftWithinTheToleranceIsRight() {
        Mask truth = Masks.draw("..1...", "..1...");
        assertEquals(1, value(2, truth, Masks.draw("....1.", "....1.")), 0);
        assertEquals(0, value(2, truth, Masks.draw(".....1", ".....1")), 0);
    }

    @Test
    public void isDefinedWhereSomethingIsEmpty() {
        Mask none = Masks.draw("...");
        Mask some = Masks.draw(".1.");
        assertEquals(1, value(2, none, none), 0);
        assertEquals(0, value(2, none, some), 0);
        assertEquals(0, value(2, some, none), 0);
    }

    @Test
    public void equalsBruteForce() {
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            Mask truth = Masks.random(random, 17, 13, 2, 0.1);
            Mask prediction = Masks.random(random, 17, 13, 2, 0.1);
            double recall = share(truth, prediction);
            double precision = share(prediction, truth);
            assertEquals(2 * recall * precision / (recall + precision), value(2, truth, prediction), EXACT);
        }
    }

    private static double share(Mask from, Mask to) {
        int all = 0;
        int near = 0;
        for (int a = 0; a < from.pixels(); a++) {
            if (isSurface(from, a)) {
                all++;
                near += isNear(a, to) ? 1 : 0;
            }
        }
        return (double) near / all;
    }

    private static boolean isNear(int a, Mask to) {
        for (int b = 0; b < to.pixels(); b++) {
            int dx = a % to.width() - b % to.width();
            int dy = a / to.width() - b / to.width();
            if (isSurface(to, b) && dx * dx + dy * dy <= 4) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSurface(Mask mask, int pixel) {
        int x = pixel % mask.width();
        int y = pixel / mask.width();
        return mask.label(pixel) == 1
                && (!isOne(mask, x - 1, y)
                        || !isOne(mask, x + 1, y)
                        || !isOne(mask, x, y - 1)
                        || !isOne(mask, x, y + 1));
    }

    private static boolean isOne(Mask mask, int x, int y) {
        return x >= 0 && y >= 0 && x < mask.width() && y < mask.height() && mask.label(y * mask.width() + x) == 1;
    }
}
