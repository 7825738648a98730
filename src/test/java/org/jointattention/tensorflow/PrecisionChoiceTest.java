package org.jointattention.tensorflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.jointattention.engine.EngineException;
import org.jointattention.engine.Precision;
import org.junit.Test;

public class PrecisionChoiceTest {
    private static void assertChosen(Precision precision, double ratio, double difference, String reason) {
        PrecisionChoice choice = PrecisionChoice.automatic(ratio, difference);
        assertEquals(precision, choice.precision());
        assertEquals(reason, choice.reason());
    }

    @Test
    public void fasterAndAgreeingIsTaken() {
        assertChosen(Precision.BFLOAT16, 0.5, 0.03, "bfloat16 takes 0.50 times as long, probabilities differ by 0.030");
    }

    @Test
    public void slowerIsNotTaken() {
        assertChosen(Precision.FLOAT32, 1.2, 0.01, "bfloat16 takes 1.20 times as long, probabilities differ by 0.010");
        assertEquals(Precision.FLOAT32, PrecisionChoice.automatic(0.95, 0.01).precision());
        assertEquals(
                Precision.FLOAT32, PrecisionChoice.automatic(Double.NaN, 0.01).precision());
    }

    @Test
    public void disagreeingIsNotTaken() {
        assertChosen(Precision.FLOAT32, 0.5, 0.04, "bfloat16 takes 0.50 times as long, probabilities differ by 0.040");
        assertChosen(
                Precision.FLOAT32, 0.5, Double.NaN, "bfloat16 takes 0.50 times as long, probabilities differ by NaN");
    }

    @Test
    public void noDifferenceMeansThatNothingWasReduced() {
        assertChosen(Precision.FLOAT32, 0.5, 0, "this CPU computes no bfloat16");
        assertThrows(EngineException.class, () -> PrecisionChoice.bfloat16(0));
        assertEquals(Precision.BFLOAT16, PrecisionChoice.bfloat16(0.5).precision());
    }

    @Test
    public void theLargestDifferenceKeepsNaN() {
        float[] zeros = new float[3];
        assertEquals(0.5, PrecisionChoice.largestDifference(new float[] {0.1f, -0.5f, 0.2f}, zeros), 1e-7);
        for (int i = 0; i < 3; i++) {
            float[] broken = {1, 1, 1};
            broken[i] = Float.NaN;
            assertEquals(Double.NaN, PrecisionChoice.largestDifference(broken, zeros), 0);
            assertEquals(Double.NaN, PrecisionChoice.largestDifference(zeros, broken), 0);
        }
    }
}
