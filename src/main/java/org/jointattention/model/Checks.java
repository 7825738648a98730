package org.jointattention.model;

/** Range checks whose messages name what was wrong and what is allowed. */
final class Checks {
    private Checks() {}

    static String notBlank(String what, String value) {
        if (value == null || value.trim().isEmpty()) {
            throw new ModelException("The " + what + " is missing.");
        }
        return value;
    }

    static int inRange(String what, int value, int min, int max) {
        if (value < min || value > max) {
            throw new ModelException(String.format("The %s is %d; it must be %d to %d.", what, value, min, max));
        }
        return value;
    }

    static double inRange(String what, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new ModelException(String.format("The %s is %s; it must be %s to %s.", what, value, min, max));
        }
        return value;
    }
}
