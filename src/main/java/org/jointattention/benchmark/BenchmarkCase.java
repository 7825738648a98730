package org.jointattention.benchmark;

import java.util.Locale;
import java.util.Objects;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Precision;

/** One thing to measure: the network in inference or training, on one size, with a number of threads. */
public final class BenchmarkCase {
    /** What the network does. */
    public enum Kind {
        INFERENCE,
        TRAINING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final int size;
    private final int threads;
    private final Precision precision;
    private final DeviceChoice device;
    private final double seconds;

    /**
     * @param size height and width of the tile or the patch
     * @param precision of inference; training has one only
     * @param seconds to measure for
     */
    public BenchmarkCase(Kind kind, int size, int threads, Precision precision, DeviceChoice device, double seconds) {
        this.kind = Objects.requireNonNull(kind);
        this.size = size;
        this.threads = threads;
        this.precision = Objects.requireNonNull(precision);
        this.device = Objects.requireNonNull(device);
        this.seconds = seconds;
    }

    public Kind kind() {
        return kind;
    }

    public int size() {
        return size;
    }

    public int threads() {
        return threads;
    }

    public Precision precision() {
        return precision;
    }

    public DeviceChoice device() {
        return device;
    }

    public double seconds() {
        return seconds;
    }

    @Override
    public String toString() {
        String what = kind + " on " + size + "x" + size + " px, " + threads + " threads";
        return kind == Kind.TRAINING ? what : what + ", " + precision.name().toLowerCase(Locale.ROOT);
    }
}
