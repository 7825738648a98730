package org.jointattention.cli;

import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Precision;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.ModelSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a network is to run: tile, threads, device, precision. */
final class InferenceOptions {
    private static final int SMALL_TILE = 128;
    private static final int LARGEST_TILE = 4096;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--tile", paramLabel = "N", description = "Height and width of a tile (default: the model's).")
    private Integer tile;

    @Option(
            names = "--overlap",
            paramLabel = "N",
            description = "Pixels that neighbouring tiles share (default: the model's, at most half a tile).")
    private Integer overlap;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; 0 is one a processor (default: 0).")
    private int threads;

    @Option(
            names = "--device",
            paramLabel = "auto|cpu|gpu",
            description = "auto takes the GPU where there is one; gpu fails where there is none (default: auto).")
    private DeviceChoice device = DeviceChoice.AUTO;

    @Option(
            names = "--precision",
            paramLabel = "auto|float32|bfloat16",
            description = "auto takes bfloat16 where it is faster and agrees with float32 (default: auto).")
    private Precision precision = Precision.AUTO;

    @Option(names = "--min-memory", description = "Use a small tile, and read stacks plane by plane from the file.")
    private boolean minMemory;

    boolean minMemory() {
        return minMemory;
    }

    /** @throws ParameterException if a value does not fit the model */
    PredictorOptions predictor(ModelSpec spec) {
        if (threads < 0) {
            throw wrong("--threads " + threads + ": use 0 (one a processor) or more.");
        }
        int size = tile(spec);
        return PredictorOptions.tile(size, size)
                .withThreads(threads)
                .withDevice(device)
                .withPrecision(precision);
    }

    /** @throws ParameterException if the overlap does not fit the tile */
    int overlap(ModelSpec spec) {
        int largest = tile(spec) / 2;
        if (overlap == null) {
            return Math.min(spec.tile().overlap(), largest);
        }
        if (overlap < 0 || overlap > largest) {
            throw wrong("--overlap " + overlap + ": use 0 to " + largest + ", half of the tile.");
        }
        return overlap;
    }

    private int tile(ModelSpec spec) {
        int stride = spec.backbone().stride();
        if (tile != null) {
            checkTile(tile, stride);
            return tile;
        }
        int small = (SMALL_TILE + stride - 1) / stride * stride;
        return minMemory ? Math.min(small, spec.tile().size()) : spec.tile().size();
    }

    private void checkTile(int size, int stride) {
        int smallest = Math.max(8, stride);
        if (size < smallest || size > LARGEST_TILE) {
            throw wrong("--tile " + size + ": use a multiple of " + stride + " from " + smallest + " to " + LARGEST_TILE
                    + ".");
        }
        if (size % stride != 0) {
            int below = Math.max(smallest, size / stride * stride);
            throw wrong("--tile " + size + " is no multiple of " + stride + ", the network's stride: use " + below
                    + (below < size ? " or " + (size / stride + 1) * stride : "") + ".");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
