package org.jointattention.engine;

/** Checks of options; the messages are for users. */
final class Ranges {
    private Ranges() {}

    static int atLeast(String what, int value, int least) {
        check(value >= least, what, value, "at least " + least);
        return value;
    }

    static double finiteAndNotNegative(String what, double value) {
        check(Double.isFinite(value) && value >= 0, what, value, "finite and at least 0");
        return value;
    }

    static double from0ToBelow1(String what, double value) {
        check(value >= 0 && value < 1, what, value, "at least 0 and below 1");
        return value;
    }

    static float[] finiteAndPositive(String what, float[] values) {
        for (float value : values) {
            check(Float.isFinite(value) && value > 0, what, value, "finite and above 0");
        }
        return values.clone();
    }

    private static void check(boolean fine, String what, Number value, String range) {
        if (!fine) {
            throw new EngineException("The " + what + " is " + value + ", but must be " + range + ".");
        }
    }
}
