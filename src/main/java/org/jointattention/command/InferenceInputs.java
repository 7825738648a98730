package org.jointattention.command;

import java.io.File;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.segmentation.Segmenter;
import org.jointattention.segmentation.TileChoice;

/** How a network is to run, as users choose it; the names are those of the commands' inputs. */
final class InferenceInputs {
    static final String MODEL = "A bundled model, or one of your folder of models.";
    static final String MODEL_FILE = "A model file (.zip), instead of the model by name; empty for none.";
    static final String TILE = "Height and width of a tile in pixels; 0 for the model's.";
    static final String OVERLAP = "Pixels that neighbouring tiles share; -1 for the model's.";
    static final String AUGMENT = "Average over the flips of each tile (4 times as long), or over all flips and turns"
            + " (8 times); not for images with an up and a down.";
    static final String PRECISION = "Number format; auto takes bfloat16 where it is faster and agrees with float32.";
    static final String DEVICE = "auto takes the GPU where there is one; gpu fails where there is none.";
    static final String THREADS = "Threads to compute with; 0 for one a processor.";

    private final int tile;
    private final int overlap;
    private final String augment;
    private final String precision;
    private final String device;
    private final int threads;

    InferenceInputs(int tile, int overlap, String augment, String precision, String device, int threads) {
        this.tile = tile;
        this.overlap = overlap;
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
                .withDevice(Choice.device(device))
                .withPrecision(Choice.precision(precision));
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
        return overlap == -1 ? choice.overlap() : choice.overlap(overlap);
    }

    /** Why the tile does not suit a model, where it is not the model's own. */
    Optional<String> problemWithTile(String model, File modelfile) {
        return tile == 0
                ? Optional.empty()
                : problem(model, modelfile, spec -> TileChoice.of(spec).withSize(tile));
    }

    /** Why the overlap does not suit a model and the tile, where it is not the model's own. */
    Optional<String> problemWithOverlap(String model, File modelfile) {
        return overlap == -1
                ? Optional.empty()
                : problem(model, modelfile, spec -> overlap(spec, tile(spec, OptionalInt.empty())));
    }

    private static Optional<String> problem(String model, File modelfile, Consumer<ModelSpec> check) {
        try {
            check.accept(new ModelChoice().spec(model, modelfile));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(new CommandFailure(e).message());
        }
    }

    Segmenter segmenter(ModelSpec spec, Predictor predictor) {
        return new Segmenter(spec, predictor)
                .withOverlap(overlap(spec, predictor.width()))
                .withAugmentation(Choice.augment(augment).augmentation());
    }
}
