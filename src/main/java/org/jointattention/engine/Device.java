package org.jointattention.engine;

import java.util.Objects;

/** The device that computes, and why it was chosen. */
public final class Device {
    private final String name;
    private final String reason;

    public Device(String name, String reason) {
        this.name = Objects.requireNonNull(name);
        this.reason = Objects.requireNonNull(reason);
    }

    /** Such as {@code CPU} or {@code GPU:0}. */
    public String name() {
        return name;
    }

    /** Why this device computes, for people. */
    public String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return "device=" + name + " reason=" + reason;
    }
}
