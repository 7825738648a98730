package org.jointattention.command;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.jointattention.model.Model;
import org.jointattention.training.CheckpointFolder;

/** What a training starts from, random weights, its own checkpoint or another model, and the file that it writes. */
final class TrainingStart {
    static final String NEW = "new";
    static final String RESUME = "resume";
    static final String FINE_TUNE = "fine-tune";

    private final String mode;
    private final File saveas;
    private final String model;
    private final File modelfile;

    /**
     * @param mode one of the constants
     * @param saveas the file to write, or only a name, or none
     * @param model name of a model to fine-tune, or {@link Choice#NONE}
     * @param modelfile a file to fine-tune instead, or none
     */
    TrainingStart(String mode, File saveas, String model, File modelfile) {
        this.mode = mode;
        this.saveas = saveas;
        this.model = model;
        this.modelfile = modelfile;
    }

    boolean resumes() {
        return mode.equals(RESUME);
    }

    /**
     * The file to write.
     *
     * @param name for a file that has none
     * @throws CommandException if a training is to go on, and no file says which
     * @throws org.jointattention.training.TrainingException if nothing can be written there
     */
    Path file(String name) {
        if (resumes()) {
            ChosenFile.require(saveas, "Choose the model file whose training is to go on (input saveas).");
        }
        Path file = new ModelOutput(new HostFolders().models()).file(saveas, name);
        new CheckpointFolder(file).check();
        return file;
    }

    /**
     * The model to start from; a training that goes on starts from the one it started from.
     *
     * @throws CommandException if one is needed, and none is chosen
     */
    Optional<Model> model(Path file) {
        boolean tuned = mode.equals(FINE_TUNE) || resumes() && new CheckpointFolder(file).isFineTuning();
        if (!tuned) {
            return Optional.empty();
        }
        if (model.equalsIgnoreCase(Choice.NONE) && ChosenFile.isNone(modelfile)) {
            throw new CommandException("Choose the model to fine-tune (input model or modelfile)"
                    + (resumes() ? ": the training to go on from started from one." : "."));
        }
        return Optional.of(new ModelChoice().resolve(model, modelfile));
    }
}
