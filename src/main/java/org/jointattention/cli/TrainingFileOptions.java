package org.jointattention.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jointattention.model.Model;
import org.jointattention.model.ModelStore;
import org.jointattention.training.TrainingFolders;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What to learn from, and where the model is to go. */
final class TrainingFileOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--images",
            order = -4,
            required = true,
            paramLabel = "DIR",
            description = "Folder of training images.")
    private Path images;

    @Option(names = "--masks", order = -3, required = true, paramLabel = "DIR", description = "Folder of their masks.")
    private Path masks;

    @Option(names = "--out", order = -2, required = true, paramLabel = "FILE.zip", description = "Model file to write.")
    private Path out;

    @Option(
            names = "--start",
            order = -1,
            paramLabel = "MODEL",
            description = "Fine-tune: start from the weights of this model, a bundled one or a file. Network,"
                    + " normalisation and scale are the model's.")
    private String start;

    @ArgGroup
    private Validation validation = new Validation();

    /** Validation images: a share of the images, or folders of their own. */
    static final class Validation {
        @Option(
                names = "--validation",
                paramLabel = "SHARE",
                description = "Share of the images held out to choose the best weights, 0 to 0.5 (default: 0.2).")
        private Double share;

        @ArgGroup(exclusive = false)
        private Folders folders;
    }

    /** Folders of validation images and masks. */
    static final class Folders {
        @Option(
                names = "--validation-images",
                required = true,
                paramLabel = "DIR",
                description = "Folder of validation images, instead of a share.")
        private Path images;

        @Option(
                names = "--validation-masks",
                required = true,
                paramLabel = "DIR",
                description = "Folder of their masks.")
        private Path masks;
    }

    /**
     * The model to start from, where one was given.
     *
     * @throws org.jointattention.model.ModelException if it cannot be read
     */
    Optional<Model> start() {
        return Optional.ofNullable(start).map(new ModelStore()::resolve);
    }

    TrainingFolders folders() {
        TrainingFolders folders = new TrainingFolders(images, masks);
        return validation.folders == null
                ? folders
                : folders.withValidation(validation.folders.images, validation.folders.masks);
    }

    /** The share of the images to hold out, where it was given. */
    Optional<Double> validationShare() {
        return Optional.ofNullable(validation.share);
    }

    /** @throws ParameterException if it is not the name of a zip file */
    Path model() {
        if (out.getFileName() == null
                || !out.getFileName().toString().toLowerCase(Locale.ROOT).matches(".+\\.zip")) {
            throw new ParameterException(
                    command.commandLine(), "--out must be the name of a .zip file, not '" + out + "'.");
        }
        return out;
    }

    /** The model's file name without {@code .zip}. */
    String modelName() {
        String name = model().getFileName().toString();
        return name.substring(0, name.length() - ".zip".length());
    }
}
