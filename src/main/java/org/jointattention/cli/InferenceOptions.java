package org.jointattention.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jointattention.engine.Precision;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.image.ImageSize;
import org.jointattention.model.ModelSpec;
import org.jointattention.segmentation.Augment;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.SegmentationException;
import org.jointattention.segmentation.TileChoice;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@link InferenceSettings} as options of the command line. */
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

    @Mixin
    private DeviceOptions computing = new DeviceOptions();

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

    boolean minMemory() {
        return minMemory;
    }

    /** @throws ParameterException if the number of threads is negative */
    InferenceSettings settings() {
        return InferenceSettings.standard()
                .withTile(optional(tile))
                .withOverlap(optional(overlap))
                .withLittleMemory(minMemory)
                .withAugment(augment)
                .withPrecision(precision)
                .withDevice(computing.device())
                .withThreads(computing.threads());
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /**
     * @param images that will be segmented; where all are smaller than the model's tile, so is the tile
     * @throws ParameterException if a value does not fit the model
     */
    PredictorOptions predictor(ModelSpec spec, List<Path> images) {
        InferenceSettings settings = settings();
        OptionalInt largest =
                tile == null ? ImageSize.largest(images, settings.sideOfWholeTile(spec)) : OptionalInt.empty();
        TileChoice affordable = checked("--tile", () -> settings.tile(spec));
        TileChoice needed = settings.tile(spec, largest);
        checked("--overlap", () -> settings.overlap(needed));
        if (needed.size() < affordable.size()) {
            command.commandLine()
                    .getErr()
                    .println("The images are smaller than the model's tile of " + affordable.size() + ": the tile is "
                            + needed.size() + ".");
        }
        return settings.predictor(spec, largest);
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
