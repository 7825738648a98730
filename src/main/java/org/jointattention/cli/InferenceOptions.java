package org.jointattention.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.image.ImageSize;
import org.jointattention.model.ModelSpec;
import org.jointattention.segmentation.Augment;
import org.jointattention.segmentation.SegmentationException;
import org.jointattention.segmentation.Segmenter;
import org.jointattention.segmentation.TileChoice;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a network is to run: tile, threads, device, precision. */
final class InferenceOptions {
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

    /** A segmenter with the overlap and augmentation that were asked for. */
    Segmenter segmenter(ModelSpec spec, Predictor predictor, int pixels) {
        return new Segmenter(spec, predictor).withOverlap(pixels).withAugmentation(augment.augmentation());
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
            throw new ParameterException(
                    command.commandLine(), "--threads " + threads + ": use 0 (one a processor) or more.");
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
        if (overlap == null) {
            return TileChoice.of(spec).withSize(size).overlap();
        }
        return checked("--overlap", () -> TileChoice.of(spec).withSize(size).overlap(overlap));
    }

    private int tile(ModelSpec spec, List<Path> images) {
        TileChoice standard = TileChoice.of(spec);
        if (tile != null) {
            return checked("--tile", () -> standard.withSize(tile)).size();
        }
        TileChoice affordable = minMemory ? standard.forLittleMemory() : standard;
        OptionalInt largest = ImageSize.largest(images);
        TileChoice needed = largest.isEmpty() ? affordable : affordable.forImages(largest.getAsInt());
        if (needed.size() < affordable.size()) {
            command.commandLine()
                    .getErr()
                    .println("The images are smaller than the model's tile of " + affordable.size() + ": the tile is "
                            + needed.size() + ".");
        }
        return needed.size();
    }

    private <T> T checked(String option, Supplier<T> choice) {
        try {
            return choice.get();
        } catch (SegmentationException e) {
            throw new ParameterException(
                    command.commandLine(), "Invalid value for option '" + option + "': " + e.getMessage(), e);
        }
    }
}
