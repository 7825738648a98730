package org.jointattention.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jointattention.benchmark.BenchmarkCase;
import org.jointattention.benchmark.BenchmarkCase.Kind;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Precision;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is to be measured, and for how long. */
final class BenchmarkOptions {
    private static final int SMALLEST = 16;
    private static final int LARGEST_TILE = 4096;
    private static final int LARGEST_PATCH = 2048;
    private static final int MOST_THREADS = 1024;
    private static final double MOST_SECONDS = 600;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--tiles",
            split = ",",
            paramLabel = "N",
            defaultValue = "256,512,1024",
            description = "Heights and widths of tiles (default: ${DEFAULT-VALUE}).")
    private List<Integer> tiles;

    @Option(
            names = "--threads",
            split = ",",
            paramLabel = "N",
            defaultValue = "0",
            description = "Numbers of threads; 0 is one a processor (default: ${DEFAULT-VALUE}).")
    private List<Integer> threads;

    @Option(
            names = "--precision",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "float32,bfloat16",
            description = "Precisions of inference: float32, bfloat16, auto (default: ${DEFAULT-VALUE}).")
    private List<Precision> precisions;

    @Option(
            names = "--device",
            paramLabel = "auto|cpu|gpu",
            defaultValue = "auto",
            description = "auto takes the GPU where there is one; gpu fails where there is none (default: auto).")
    private DeviceChoice device;

    @Option(names = "--training", description = "Measure training, too.")
    private boolean training;

    @Option(
            names = "--patch",
            paramLabel = "N",
            defaultValue = "256",
            description = "Height and width of a training patch (default: ${DEFAULT-VALUE}).")
    private int patch;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "2",
            description = "How long each row is measured, at least 3 runs (default: ${DEFAULT-VALUE}).")
    private double seconds;

    /**
     * Every combination that was asked for.
     *
     * @param stride of the network
     * @throws ParameterException if a value is out of its range, or does not fit the network
     */
    List<BenchmarkCase> cases(int stride) {
        check(stride);
        List<BenchmarkCase> cases = new ArrayList<>();
        List<Integer> counts =
                threads.stream().map(BenchmarkOptions::threads).distinct().collect(Collectors.toList());
        for (int count : counts) {
            tiles.forEach(tile -> precisions.forEach(precision ->
                    cases.add(new BenchmarkCase(Kind.INFERENCE, tile, count, precision, device, seconds))));
        }
        for (int count : training ? counts : List.<Integer>of()) {
            cases.add(new BenchmarkCase(Kind.TRAINING, patch, count, Precision.FLOAT32, device, seconds));
        }
        return cases;
    }

    /** The single case of a process that was started for it. */
    BenchmarkCase only(Kind kind) {
        int size = kind == Kind.TRAINING ? patch : tiles.get(0);
        return new BenchmarkCase(kind, size, threads(threads.get(0)), precisions.get(0), device, seconds);
    }

    /** The options by which a process of its own measures this case only. */
    static List<String> arguments(BenchmarkCase wanted) {
        return List.of(
                wanted.kind() == Kind.TRAINING ? "--patch" : "--tiles",
                Integer.toString(wanted.size()),
                "--threads",
                Integer.toString(wanted.threads()),
                "--precision",
                wanted.precision().name(),
                "--device",
                wanted.device().name(),
                "--seconds",
                Double.toString(wanted.seconds()));
    }

    private static int threads(int wanted) {
        return wanted == 0 ? Runtime.getRuntime().availableProcessors() : wanted;
    }

    private void check(int stride) {
        tiles.forEach(tile -> checkSize("--tiles", tile, stride, LARGEST_TILE));
        if (training) {
            checkSize("--patch", patch, stride, LARGEST_PATCH);
        }
        for (int count : threads) {
            if (count < 0 || count > MOST_THREADS) {
                throw wrong("--threads " + count + ": use 0 (one a processor) to " + MOST_THREADS + ".");
            }
        }
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw wrong("--seconds " + seconds + ": use more than 0, at most " + MOST_SECONDS + ".");
        }
    }

    private void checkSize(String option, int size, int stride, int largest) {
        if (size < SMALLEST || size > largest || size % stride != 0) {
            throw wrong(option + " " + size + ": use a multiple of " + stride + ", the network's stride, from "
                    + SMALLEST + " to " + largest + ".");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
