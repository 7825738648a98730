package org.jointattention.tensorflow;

import java.util.Locale;
import java.util.function.DoubleSupplier;
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
     * bfloat16 where it agrees within {@link #TOLERANCE} and is faster, else float32.
     *
     * @param difference largest difference of a probability between both; 0 shows that nothing was
     *     computed in bfloat16, NaN counts as a disagreement
     * @param input what the difference was found on, in words
     * @param ratio measures the time of bfloat16 relative to float32; asked for only where they agree
     */
    static PrecisionChoice automatic(double difference, String input, DoubleSupplier ratio) {
        if (difference == 0) {
            return float32("this CPU computes no bfloat16");
        }
        if (!(difference <= TOLERANCE)) {
            return float32(String.format(
                    Locale.ROOT, "bfloat16: probabilities on %s differ by up to %.3f", input, roundedUp(difference)));
        }
        double time = ratio.getAsDouble();
        String measured = String.format(
                Locale.ROOT,
                "bfloat16: %.2f of the time of float32, probabilities on %s agree within %.3f",
                time,
                input,
                roundedUp(difference));
        return time < FASTER ? new PrecisionChoice(Precision.BFLOAT16, measured) : float32(measured);
    }

    /** To thousandths, so that what is printed is a bound. */
    private static double roundedUp(double difference) {
        return Math.ceil(difference * 1000) / 1000;
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
