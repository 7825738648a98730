package org.jointattention.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jointattention.model.AtomicFile;
import org.jointattention.model.FailureReason;
import org.jointattention.model.Safetensors;
import org.jointattention.model.WritableFolder;

/** The folder {@code FILE.checkpoints} beside the model to be written: checkpoint, history and curves. */
public final class CheckpointFolder {
    private final Path folder;

    /** @param model the model file to be written */
    public CheckpointFolder(Path model) {
        Path absolute = model.toAbsolutePath();
        this.folder = absolute.resolveSibling(absolute.getFileName() + ".checkpoints");
    }

    public Path history() {
        return folder.resolve("history.csv");
    }

    public Path picture() {
        return folder.resolve("history.png");
    }

    Path checkpoint() {
        return folder.resolve("checkpoint.safetensors");
    }

    /** @throws TrainingException if it cannot be made or written to */
    void create() {
        try {
            WritableFolder.prepare(folder);
        } catch (IOException e) {
            throw new TrainingException(e.getMessage(), e);
        }
    }

    boolean hasCheckpoint() {
        return Files.exists(checkpoint());
    }

    /** @throws TrainingException if it cannot be written */
    void save(Checkpoint checkpoint) {
        try {
            AtomicFile.write(checkpoint(), checkpoint.toSafetensors()::write);
        } catch (IOException e) {
            throw new TrainingException(e.getMessage(), e);
        }
    }

    /**
     * @param settings what the training that goes on was asked to do
     * @throws TrainingException if there is no checkpoint, or it is of another training
     */
    Checkpoint load(String settings) {
        if (!hasCheckpoint()) {
            throw new TrainingException(
                    "There is no checkpoint in " + folder + " to resume from. Train without --resume first.");
        }
        Checkpoint checkpoint;
        try (InputStream in = Files.newInputStream(checkpoint())) {
            checkpoint = Checkpoint.of(
                    Safetensors.read(in, Files.size(checkpoint())), checkpoint().toString());
        } catch (IOException e) {
            throw new TrainingException("Cannot read " + checkpoint() + ": " + FailureReason.of(e), e);
        }
        if (!checkpoint.settings.equals(settings)) {
            throw new TrainingException("The checkpoint in " + folder + " belongs to other settings or data: "
                    + differences(checkpoint.settings, settings)
                    + ". Give the same settings again, or train without --resume.");
        }
        return checkpoint;
    }

    private static String differences(String before, String now) {
        List<String> old = Arrays.asList(before.split("\n"));
        String changed = Arrays.stream(now.split("\n"))
                .filter(line -> !old.contains(line))
                .limit(5)
                .collect(Collectors.joining("; "));
        return changed.isEmpty() ? "settings are missing now" : "now " + changed;
    }
}
