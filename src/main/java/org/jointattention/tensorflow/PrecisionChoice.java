package org.jointattention.tensorflow;

import java.util.Locale;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Precision;

/** The precision that a predictor computes in, and why. */
final class PrecisionChoice {
    /** Largest difference of a probability at which bfloat16 still agrees. */
    static final double TOLERANCE = 0.03;

    /** bfloat16 must take less than this part of float32's time. */
    private static final double FASTER = 0.95;

    private final Precision precision;
    private final String reason;

    private PrecisionChoice(Precision precision, String reason) {
        this.precision = precision;
        this.reason = reason;
    }

    static PrecisionChoice float32(String reason) {
        return new PrecisionChoice(Precision.FLOAT32, reason);
    }

    /**
     * bfloat16 where it is faster and agrees within {@link #TOLERANCE}, else float32.
     *
     * @param ratio time of bfloat16 relative to float32
     * @param difference largest difference of a probability between both; 0 shows that nothing was
     *     computed in bfloat16, NaN counts as a disagreement
     */
    static PrecisionChoice automatic(double ratio, double difference) {
        if (difference == 0) {
            return float32("this CPU computes no bfloat16");
        }
        String measured = String.format(
                Locale.ROOT, "bfloat16 takes %.2f times as long, probabilities differ by %.3f", ratio, difference);
        return ratio < FASTER && difference <= TOLERANCE
                ? new PrecisionChoice(Precision.BFLOAT16, measured)
                : float32(measured);
    }

    /**
     * bfloat16, since the user wants it.
     *
     * @param difference as for {@link #automatic}
     * @throws EngineException if nothing was computed in bfloat16
     */
    static PrecisionChoice bfloat16(double difference) {
        if (difference == 0) {
            throw new EngineException("bfloat16 was asked for, but this CPU computes no bfloat16:"
                    + " use the precision float32 or auto.");
        }
        return new PrecisionChoice(Precision.BFLOAT16, "bfloat16 was asked for");
    }

    /** NaN if any value is NaN. */
    static double largestDifference(float[] a, float[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs((double) a[i] - b[i]));
        }
        return largest;
    }

    Precision precision() {
        return precision;
    }

    String reason() {
        return reason;
    }
}
