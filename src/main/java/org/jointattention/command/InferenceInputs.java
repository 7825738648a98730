package org.jointattention.command;

import java.io.File;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jointattention.model.ModelSpec;
import org.jointattention.segmentation.InferenceSettings;

/** {@link InferenceSettings} as inputs of commands; the names are those of the inputs. */
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

    /** @throws CommandException if a choice is unknown */
    InferenceSettings settings() {
        if (threads < 0) {
            throw new CommandException("threads=" + threads + ": use 0 (one a processor) or more.");
        }
        return tiles().withAugment(Choice.augment(augment))
                .withPrecision(Choice.precision(precision))
                .withDevice(Choice.device(device))
                .withThreads(threads);
    }

    private InferenceSettings tiles() {
        return InferenceSettings.standard()
                .withTile(tile == 0 ? OptionalInt.empty() : OptionalInt.of(tile))
                .withOverlap(overlap == -1 ? OptionalInt.empty() : OptionalInt.of(overlap));
    }

    /** Why the tile does not suit a model, where it is not the model's own. */
    Optional<String> problemWithTile(String model, File modelfile) {
        return tile == 0 ? Optional.empty() : problem(model, modelfile, spec -> tiles().tile(spec));
    }

    /** Why the overlap does not suit a model and the tile, where it is not the model's own. */
    Optional<String> problemWithOverlap(String model, File modelfile) {
        return overlap == -1
                ? Optional.empty()
                : problem(model, modelfile, spec -> tiles().overlap(tiles().tile(spec)));
    }

    private static Optional<String> problem(String model, File modelfile, Consumer<ModelSpec> check) {
        try {
            check.accept(new ModelChoice().spec(model, modelfile));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(new CommandFailure(e).message());
        }
    }
}
