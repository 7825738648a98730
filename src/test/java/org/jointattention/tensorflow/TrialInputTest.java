package org.jointattention.tensorflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import org.jointattention.engine.PredictorOptions;
import org.junit.Test;

public class TrialInputTest {
    private final PredictorOptions options = PredictorOptions.tile(1, 3).withBatch(2);

    @Test
    public void theSampleFillsTheBatch() {
        TrialInput input = TrialInput.of(options.withSample(new float[] {1, 2, 3}), 6);
        assertArrayEquals(new float[] {1, 2, 3, 1, 2, 3}, input.values(), 0);
        assertEquals("the first image's tile", input.name());
    }

    @Test
    public void withoutASampleThereIsNoise() {
        TrialInput input = TrialInput.of(options, 6);
        assertEquals(6, input.values().length);
        assertNotEquals(input.values()[0], input.values()[5], 0);
        assertEquals("random noise", input.name());
    }
}
