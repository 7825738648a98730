package org.jointattention.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jointattention.files.AtomicFile;
import org.jointattention.files.FailureReason;
import org.jointattention.files.WritableFolder;
import org.jointattention.model.ModelException;
import org.jointattention.model.Safetensors;

/** The folder {@code FILE.checkpoints} beside the model to be written: checkpoint, history and curves. */
public final class CheckpointFolder {
    private static final String SETTINGS = "settings";

    private final Path model;
    private final Path folder;

    /** @param model the model file to be written */
    public CheckpointFolder(Path model) {
        this.model = model.toAbsolutePath();
        this.folder = this.model.resolveSibling(this.model.getFileName() + ".checkpoints");
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

    /** The checkpoint that a new training found here. */
    Path previous() {
        return folder.resolve("checkpoint.previous.safetensors");
    }

    /**
     * Looks whether model and checkpoints can be written, without writing anything.
     *
     * @throws TrainingException if not
     */
    public void check() {
        Path parent = model.getParent();
        if (Files.isDirectory(model)) {
            throw new TrainingException(model + " is a folder: name a file for the model.");
        }
        if (!Files.isDirectory(parent)) {
            throw new TrainingException("The folder " + parent + " for the model does not exist. Make it first.");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new TrainingException(folder + " is a file, but checkpoints go to a folder of that name. Move it.");
        }
        for (Path target : Files.exists(folder) ? new Path[] {parent, folder} : new Path[] {parent}) {
            if (!Files.isWritable(target)) {
                throw new TrainingException("No permission to write to " + target + ". Choose another folder.");
            }
        }
    }

    /** Whether an earlier training left a checkpoint here. */
    public boolean hasCheckpoint() {
        return Files.exists(checkpoint());
    }

    /**
     * Makes room for a new training: the checkpoint of an earlier one gets another name, its model is copied
     * beside it, its history goes.
     *
     * @return the copy of the model; empty where there was none
     * @throws TrainingException if that cannot be done
     */
    Optional<Path> begin() {
        try {
            WritableFolder.prepare(folder);
            Optional<Path> kept = keepModel();
            if (hasCheckpoint()) {
                Files.move(checkpoint(), previous(), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(history());
            Files.deleteIfExists(picture());
            return kept;
        } catch (IOException e) {
            throw new TrainingException(
                    "Cannot prepare the folder " + folder + " for checkpoints: " + FailureReason.of(e)
                            + ". Choose another place for the model.",
                    e);
        }
    }

    private Optional<Path> keepModel() throws IOException {
        if (!Files.exists(model)) {
            return Optional.empty();
        }
        Path copy = folder.resolve("model.previous.zip");
        AtomicFile.write(copy, out -> Files.copy(model, out));
        return Optional.of(copy);
    }

    /**
     * Writes a checkpoint and its history; the picture is left as it is.
     *
     * @throws TrainingException if they cannot be written
     */
    void save(Checkpoint checkpoint, TrainingSettings settings) {
        Safetensors content = checkpoint.toSafetensors();
        Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
        metadata.put(SETTINGS, settings.toString());
        byte[] csv = checkpoint.history().getBytes(StandardCharsets.UTF_8);
        try {
            AtomicFile.write(checkpoint(), new Safetensors(content.weights(), metadata)::write);
            AtomicFile.write(history(), out -> out.write(csv));
        } catch (IOException e) {
            throw new TrainingException(e.getMessage(), e);
        }
    }

    /**
     * @param settings what the training that goes on was asked to do
     * @throws TrainingException if there is no checkpoint, it is damaged, or it is of another training
     */
    Checkpoint load(TrainingSettings settings) {
        if (!hasCheckpoint()) {
            throw new TrainingException(
                    "There is no checkpoint in " + folder + " to resume from. Train without --resume first.");
        }
        Safetensors content = read();
        String before = content.metadata().get(SETTINGS);
        if (before == null) {
            throw unusable(new ModelException("it was not written by a training."));
        }
        String differences = TrainingSettings.parse(before).differences(settings);
        if (!differences.isEmpty()) {
            throw new TrainingException("The checkpoint in " + folder + " belongs to other settings or data: "
                    + differences + ". Give the same again, or train without --resume.");
        }
        try {
            return Checkpoint.of(content);
        } catch (NumberFormatException e) {
            throw unusable(e);
        }
    }

    private Safetensors read() {
        try (InputStream in = Files.newInputStream(checkpoint())) {
            return Safetensors.read(in, Files.size(checkpoint()));
        } catch (IOException | ModelException e) {
            throw unusable(e);
        }
    }

    private TrainingException unusable(Exception cause) {
        return new TrainingException(
                "The checkpoint " + checkpoint() + " cannot be used: " + FailureReason.of(cause)
                        + " Train without --resume.",
                cause);
    }
}
