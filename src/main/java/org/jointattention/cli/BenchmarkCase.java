package org.jointattention.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Precision;

/** One thing to measure: the network in inference or training, on one size, with a number of threads. */
final class BenchmarkCase {
    /** What the network does. */
    enum Kind {
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
    BenchmarkCase(Kind kind, int size, int threads, Precision precision, DeviceChoice device, double seconds) {
        this.kind = Objects.requireNonNull(kind);
        this.size = size;
        this.threads = threads;
        this.precision = Objects.requireNonNull(precision);
        this.device = Objects.requireNonNull(device);
        this.seconds = seconds;
    }

    Kind kind() {
        return kind;
    }

    int size() {
        return size;
    }

    int threads() {
        return threads;
    }

    Precision precision() {
        return precision;
    }

    DeviceChoice device() {
        return device;
    }

    double seconds() {
        return seconds;
    }

    /** The command line that measures this case in its own process, but for the network. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(Arrays.asList("benchmark", BenchmarkCommand.CHILD, kind.name()));
        arguments.addAll(Arrays.asList(kind == Kind.TRAINING ? "--patch" : "--tiles", Integer.toString(size)));
        arguments.addAll(Arrays.asList("--threads", Integer.toString(threads)));
        arguments.addAll(Arrays.asList("--precision", precision.name()));
        arguments.addAll(Arrays.asList("--device", device.name()));
        arguments.addAll(Arrays.asList("--seconds", Double.toString(seconds)));
        return arguments;
    }

    @Override
    public String toString() {
        String what = kind + " on " + size + "x" + size + " px, " + threads + " threads";
        return kind == Kind.TRAINING ? what : what + ", " + precision.name().toLowerCase(Locale.ROOT);
    }
}
