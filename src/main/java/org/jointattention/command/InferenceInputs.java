package org.jointattention.command;

import java.io.File;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.segmentation.Segmenter;
import org.jointattention.segmentation.TestTimeAugmentation;
import org.jointattention.segmentation.TileChoice;

/** How a network is to run, as users choose it; the names are those of the commands' inputs. */
final class InferenceInputs {
    static final String MODEL = "A bundled model, or one of your folder of models.";
    static final String MODEL_FILE = "A model file (.zip), instead of the model by name; empty for none.";
    static final String TILE = "Height and width of a tile in pixels; 0 for the model's.";
    static final String MARGIN = "Pixels that neighbouring tiles share; -1 for the model's.";
    static final String AUGMENT = "Average over the flips of each tile (4 times as long), or over all flips and turns"
            + " (8 times); not for images with an up and a down.";
    static final String PRECISION = "Number format; auto takes bfloat16 where it is faster and agrees with float32.";
    static final String DEVICE = "auto takes the GPU where there is one; gpu fails where there is none.";
    static final String THREADS = "Threads to compute with; 0 for one a processor.";

    private final int tile;
    private final int margin;
    private final String augment;
    private final String precision;
    private final String device;
    private final int threads;

    InferenceInputs(int tile, int margin, String augment, String precision, String device, int threads) {
        this.tile = tile;
        this.margin = margin;
        this.augment = augment;
        this.precision = precision;
        this.device = device;
        this.threads = threads;
    }

    /**
     * @param longestSide the largest width or height of all images, if it is known: the tile need not be larger
     * @throws CommandException if a choice is unknown
     * @throws RuntimeException if a number is out of the range that the model allows
     */
    PredictorOptions options(ModelSpec spec, OptionalInt longestSide) {
        if (threads < 0) {
            throw new CommandException("threads=" + threads + ": use 0 (one a processor) or more.");
        }
        int size = tile(spec, longestSide);
        return PredictorOptions.tile(size, size)
                .withThreads(threads)
                .withDevice(choice("device", device, DeviceChoice.class))
                .withPrecision(choice("precision", precision, Precision.class));
    }

    private int tile(ModelSpec spec, OptionalInt longestSide) {
        TileChoice standard = TileChoice.of(spec);
        if (tile != 0) {
            return standard.withSize(tile).size();
        }
        return longestSide.isPresent()
                ? standard.forImages(longestSide.getAsInt()).size()
                : standard.size();
    }

    /** @throws RuntimeException if it does not fit the tile */
    int overlap(ModelSpec spec, int size) {
        TileChoice choice = TileChoice.of(spec).withSize(size);
        return margin == -1 ? choice.overlap() : choice.overlap(margin);
    }

    /** Why tile and margin do not suit a model, where they are not the model's own. */
    Optional<String> problemWithTile(String model, File modelfile) {
        if (tile == 0 && margin == -1) {
            return Optional.empty();
        }
        try {
            ModelSpec spec = new ModelChoice().spec(model, modelfile);
            overlap(spec, tile(spec, OptionalInt.empty()));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(new CommandFailure(e).message());
        }
    }

    Segmenter segmenter(ModelSpec spec, Predictor predictor) {
        return new Segmenter(spec, predictor)
                .withOverlap(overlap(spec, predictor.width()))
                .withAugmentation(augmentation());
    }

    private TestTimeAugmentation augmentation() {
        switch (augment.trim().toLowerCase(Locale.ROOT)) {
            case "none":
                return TestTimeAugmentation.none();
            case "flips":
                return TestTimeAugmentation.flips();
            case "full":
                return TestTimeAugmentation.full();
            default:
                throw unknown("augment", augment, "none, flips or full");
        }
    }

    private static <E extends Enum<E>> E choice(String input, String value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value.trim())) {
                return constant;
            }
        }
        throw unknown(
                input,
                value,
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    private static CommandException unknown(String input, String value, String known) {
        return new CommandException(input + "=" + value + " is unknown: use " + known + ".");
    }
}
