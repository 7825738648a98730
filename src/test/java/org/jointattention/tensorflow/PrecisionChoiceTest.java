package org.jointattention.tensorflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.jointattention.engine.EngineException;
import org.jointattention.engine.Precision;
import org.junit.Test;

public class PrecisionChoiceTest {
    private static void assertChosen(Precision precision, double ratio, double difference, String reason) {
        PrecisionChoice choice = PrecisionChoice.automatic(difference, "random noise", () -> ratio);
        assertEquals(precision, choice.precision());
        assertEquals(reason, choice.reason());
    }

    private static void assertNotTimed(double difference, String reason) {
        PrecisionChoice choice = PrecisionChoice.automatic(difference, "random noise", () -> {
            throw new AssertionError("timed");
        });
        assertEquals(Precision.FLOAT32, choice.precision());
        assertEquals(reason, choice.reason());
    }

    @Test
    public void fasterAndAgreeingIsTaken() {
        assertChosen(
                Precision.BFLOAT16,
                0.5,
                0.03,
                "bfloat16: 0.50 of the time of float32, probabilities on random noise agree within 0.030");
    }

    @Test
    public void slowerIsNotTaken() {
        String rest = " of the time of float32, probabilities on random noise agree within 0.010";
        assertChosen(Precision.FLOAT32, 1.2, 0.01, "bfloat16: 1.20" + rest);
        assertChosen(Precision.FLOAT32, 0.95, 0.01, "bfloat16: 0.95" + rest);
        assertChosen(Precision.FLOAT32, Double.NaN, 0.01, "bfloat16: NaN" + rest);
    }

    @Test
    public void disagreeingIsNeitherTakenNorTimed() {
        assertNotTimed(0.04, "bfloat16: probabilities on random noise differ by up to 0.040");
        assertNotTimed(Double.NaN, "bfloat16: probabilities on random noise differ by up to NaN");
    }

    @Test
    public void thePrintedDifferenceIsABound() {
        assertNotTimed(0.0301, "bfloat16: probabilities on random noise differ by up to 0.031");
        assertChosen(
                Precision.BFLOAT16,
                0.5,
                1e-6,
                "bfloat16: 0.50 of the time of float32, probabilities on random noise agree within 0.001");
    }

    @Test
    public void noDifferenceMeansThatNothingWasReduced() {
        assertNotTimed(0, "this CPU computes no bfloat16");
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
