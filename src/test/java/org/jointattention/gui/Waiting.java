package org.jointattention.gui;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions. */
public final class Waiting {
    private static final int SECONDS = 60;

    private Waiting() {}

    /** Looks every few milliseconds until the condition holds; fails after a minute. */
    public static void until(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(SECONDS)) {
                throw new AssertionError("waited " + SECONDS + " s for " + what + "; there are " + Windows.describe()
                        + Windows.exceptions());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
