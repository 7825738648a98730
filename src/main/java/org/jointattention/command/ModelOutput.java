package org.jointattention.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jointattention.files.WritableFolder;
import org.jointattention.training.CheckpointFolder;

/** Where a trained model goes: the file that was chosen, or one in the folder of the user's models. */
final class ModelOutput {
    private static final String ENDING = ".zip";

    private final Path models;

    /** @param models the folder of the user's models; made where it is needed */
    ModelOutput(Path models) {
        this.models = models;
    }

    /**
     * @param chosen a file, a bare name for one in the user's models, or blank; {@code .zip} is added where it lacks
     * @param name of the model where nothing was chosen; a number is added where there is one already
     */
    Path file(File chosen, String name) {
        String text = chosen.getPath().trim();
        if (text.isEmpty()) {
            return unused(name.replaceAll("[^\\p{L}\\p{N}._ -]+", "_"));
        }
        String complete = text.toLowerCase(Locale.ROOT).endsWith(ENDING) ? text : text + ENDING;
        File file = new File(complete);
        return file.getParent() == null ? folder().resolve(complete) : file.toPath();
    }

    private Path unused(String name) {
        Path file = folder().resolve(name + ENDING);
        for (int number = 2; isTaken(file); number++) {
            file = models.resolve(name + "-" + number + ENDING);
        }
        return file;
    }

    /** A training that was stopped has checkpoints and no model yet. */
    private static boolean isTaken(Path file) {
        return Files.exists(file) || new CheckpointFolder(file).exists();
    }

    private Path folder() {
        return WritableFolder.require(
                models, (why, cause) -> new CommandException("The folder of models is not usable: " + why, cause));
    }
}
