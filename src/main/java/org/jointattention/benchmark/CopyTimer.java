package org.jointattention.benchmark;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Collections;

/** Times what every run includes: copying arrays between the Java heap and native memory. */
final class CopyTimer {
    private static final int RUNS = 5;

    private CopyTimer() {}

    /** Seconds to copy some floats in bulk, the best of a few. */
    static double seconds(int floats) {
        float[] array = new float[floats];
        FloatBuffer memory = ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        Runnable copy = () -> memory.duplicate().put(array);
        return RunTimes.measure(() -> Collections.nCopies(RUNS, copy).forEach(Runnable::run), 0)
                        .best()
                / RUNS;
    }
}
