package org.jointattention.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.segmentation.Segmenter;
import org.jointattention.segmentation.TestTimeAugmentation;
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

    @Option(
            names = "--tile",
            paramLabel = "N",
            description =
                    "Height and width of a tile (default: the model's, or less where" + " all images are smaller).")
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

    @Option(
            names = "--augment",
            paramLabel = "none|flips|full",
            description = "Average over the flips of each tile (4 times as long), or over all flips and turns (8 times)"
                    + " (default: none). Not for images with an up and a down.")
    private Augment augment = Augment.NONE;

    /** The ready-made test-time augmentations. */
    enum Augment {
        NONE(TestTimeAugmentation.none()),
        FLIPS(TestTimeAugmentation.flips()),
        FULL(TestTimeAugmentation.full());

        private final TestTimeAugmentation value;

        Augment(TestTimeAugmentation value) {
            this.value = value;
        }
    }

    /** A segmenter with the overlap and augmentation that were asked for. */
    Segmenter segmenter(ModelSpec spec, Predictor predictor, int pixels) {
        return new Segmenter(spec, predictor).withOverlap(pixels).withAugmentation(augment.value);
    }

    boolean minMemory() {
        return minMemory;
    }

    /**
     * @param images that will be segmented; where all are smaller than the model's tile, so is the tile
     * @throws ParameterException if a value does not fit the model
     */
    PredictorOptions predictor(ModelSpec spec, List<Path> images) {
        if (threads < 0) {
            throw wrong("--threads " + threads + ": use 0 (one a processor) or more.");
        }
        int size = tile(spec, images);
        return PredictorOptions.tile(size, size)
                .withThreads(threads)
                .withDevice(device)
                .withPrecision(precision);
    }

    /**
     * @param size of the tile
     * @throws ParameterException if the overlap does not fit the tile
     */
    int overlap(ModelSpec spec, int size) {
        int largest = size / 2;
        if (overlap == null) {
            return Math.min(spec.tile().overlap(), largest);
        }
        if (overlap < 0 || overlap > largest) {
            throw wrong("--overlap " + overlap + ": use 0 to " + largest + ", half of the tile.");
        }
        return overlap;
    }

    private int tile(ModelSpec spec, List<Path> images) {
        int stride = spec.backbone().stride();
        if (tile != null) {
            checkTile(tile, stride);
            return tile;
        }
        int size = minMemory
                ? Math.min(roundUp(SMALL_TILE, stride), spec.tile().size())
                : spec.tile().size();
        OptionalInt largest = ImageSize.largest(images);
        int needed = largest.isEmpty() ? size : roundUp(Math.max(8, largest.getAsInt() * spec.scale()), stride);
        if (needed >= size) {
            return size;
        }
        command.commandLine()
                .getErr()
                .println("The images are smaller than the model's tile of " + size + ": the tile is " + needed + ".");
        return needed;
    }

    private static int roundUp(double size, int stride) {
        return (int) Math.ceil(size / stride) * stride;
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
