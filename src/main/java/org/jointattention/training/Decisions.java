package org.jointattention.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes decisions one by one and keeps them. */
final class Decisions {
    private final List<Decision> taken = new ArrayList<>();

    /** The given value, else the derived one with its reason. */
    <T> T take(String name, Optional<T> given, T derived, String reason) {
        T value = given.orElse(derived);
        taken.add(new Decision(name, text(value), given.isPresent() ? Decision.GIVEN : reason));
        return value;
    }

    void note(String name, String value, String reason) {
        taken.add(new Decision(name, value, reason));
    }

    List<Decision> taken() {
        return taken;
    }

    /** Checks a value that may have been given. */
    static int inRange(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new PlanException("The " + name + " is " + value + "; it must be " + min + " to " + max + ".");
        }
        return value;
    }

    /** Checks a value that may have been given. */
    static double inRange(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new PlanException(
                    "The " + name + " is " + text(value) + "; it must be " + text(min) + " to " + text(max) + ".");
        }
        return value;
    }

    /** For people: numbers without needless digits. */
    static String text(Object value) {
        return value instanceof Double ? number((Double) value, 6) : String.valueOf(value);
    }

    static String number(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
