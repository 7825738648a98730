package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class LearningRateTest {
    @Test
    public void warmsUpInEqualParts() {
        LearningRate rate = new LearningRate(0.1, 4);
        for (int step = 0; step < 4; step++) {
            assertEquals(0.1 * (step + 1) / 5, rate.at(step, 0), 1e-15);
        }
        assertEquals(0.1, rate.at(4, 0), 0);
        assertEquals(0.1, rate.at(1_000_000, 0), 0);
    }

    @Test
    public void withoutWarmUpStartsAtThePeak() {
        assertEquals(0.1, new LearningRate(0.1, 0).at(0, 0), 0);
    }

    @Test
    public void fallsAsACosineToAHundredth() {
        LearningRate rate = new LearningRate(1, 0);
        assertEquals(0.505, rate.at(50, 0.5), 1e-12);
        assertEquals(0.01 + 0.99 * 0.5 * (1 + Math.sqrt(0.5)), rate.at(50, 0.25), 1e-12);
        assertEquals(0.01, rate.at(100, 1), 1e-12);
        assertEquals(0.01, rate.at(100, 1.7), 1e-12);
        assertEquals(1, rate.at(100, -1), 0);
        for (int i = 0; i < 100; i++) {
            assertTrue(rate.at(i, (i + 1) / 100.0) < rate.at(i, i / 100.0));
        }
    }
}
