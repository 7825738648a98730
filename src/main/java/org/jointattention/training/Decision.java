package org.jointattention.training;

import java.util.Objects;

/** One setting of a plan, and why it has its value. */
public final class Decision {
    /** The reason of a value that the user gave. */
    public static final String GIVEN = "given";

    private final String name;
    private final String value;
    private final String reason;

    /** @param reason {@link #GIVEN}, or in words how the value was derived */
    public Decision(String name, String value, String reason) {
        this.name = Objects.requireNonNull(name);
        this.value = Objects.requireNonNull(value);
        this.reason = Objects.requireNonNull(reason);
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    public String reason() {
        return reason;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Decision)) {
            return false;
        }
        Decision that = (Decision) other;
        return name.equals(that.name) && value.equals(that.value) && reason.equals(that.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, value, reason);
    }

    @Override
    public String toString() {
        return name + " = " + value + " (" + reason + ")";
    }
}
