package org.jointattention.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jointattention.files.AtomicFile;
import org.jointattention.files.FailureReason;
import org.jointattention.files.FolderLock;
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

    /** Whether there is such a folder, or a file in its place. */
    public boolean exists() {
        return Files.exists(folder);
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

    /**
     * Deletes the checkpoints of a training that is over for good, which are several times as large as its model; history
     * and curves stay.
     *
     * @throws TrainingException if they cannot be deleted
     */
    public void discard() {
        try {
            Files.deleteIfExists(checkpoint());
            Files.deleteIfExists(previous());
        } catch (IOException e) {
            throw new TrainingException("Cannot delete the checkpoints in " + folder + ": " + FailureReason.of(e), e);
        }
    }

    /** Whether an earlier training left a checkpoint here. */
    public boolean hasCheckpoint() {
        return Files.exists(checkpoint());
    }

    /**
     * Whether the training that left the checkpoint had started from another model.
     *
     * @throws TrainingException if there is a checkpoint, but it is damaged
     */
    public boolean isFineTuning() {
        if (!hasCheckpoint()) {
            return false;
        }
        String settings = read().metadata().getOrDefault(SETTINGS, "");
        return TrainingSettings.parse(settings).value(Inheritance.START).isPresent();
    }

    /**
     * Keeps other trainings from writing the same model and checkpoints, until it is closed or the process ends.
     *
     * @throws TrainingException if another training does so now
     */
    FolderLock lock() {
        try {
            WritableFolder.prepare(folder);
            return FolderLock.tryLock(folder)
                    .orElseThrow(() -> new TrainingException("Another training is writing " + model
                            + " now. Wait for it, or choose another name for the model."));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** A training that was refused leaves nothing behind. */
    void removeIfEmpty() {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // There are checkpoints.
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private TrainingException unusable(IOException cause) {
        return new TrainingException(
                "Cannot prepare the folder " + folder + " for checkpoints: " + FailureReason.of(cause)
                        + ". Choose another place for the model.",
                cause);
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
            Optional<Path> kept = keepModel();
            if (hasCheckpoint()) {
                Files.move(checkpoint(), previous(), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(history());
            Files.deleteIfExists(picture());
            return kept;
        } catch (IOException e) {
            throw unusable(e);
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
    void save(Checkpoint checkpoint, TrainingSettings settings, RunConditions conditions) {
        Safetensors content = checkpoint.toSafetensors();
        Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
        metadata.put(SETTINGS, settings.toString());
        conditions.addTo(metadata);
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
     * @param mayBeLonger whether it may be longer than the one before
     * @throws TrainingException if there is no checkpoint, it is damaged, or it is of another training
     */
    Resumption load(TrainingSettings settings, boolean mayBeLonger) {
        if (!hasCheckpoint()) {
            throw new TrainingException(
                    "There is no checkpoint in " + folder + " to resume from. Start a new training first.");
        }
        Safetensors content = read();
        String before = content.metadata().get(SETTINGS);
        if (before == null) {
            throw unusableCheckpoint(new ModelException("it was not written by a training."));
        }
        try {
            Optional<String> shorter = lengthBefore(TrainingSettings.parse(before), settings, mayBeLonger);
            Optional<RunConditions> conditions = RunConditions.of(content.metadata());
            return new Resumption(Checkpoint.of(content), conditions, shorter);
        } catch (NumberFormatException e) {
            throw unusableCheckpoint(e);
        }
    }

    /** Empty where nothing differs. */
    private Optional<String> lengthBefore(TrainingSettings before, TrainingSettings now, boolean mayBeLonger) {
        Set<String> changed = before.changed(now);
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Optional<PlanLength> was = PlanLength.of(before);
        Optional<PlanLength> is = PlanLength.of(now);
        boolean comparable = PlanLength.SETTINGS.containsAll(changed)
                && was.isPresent()
                && is.isPresent()
                && was.get().isComparable(is.get());
        if (mayBeLonger && comparable && is.get().isLongerThan(was.get())) {
            return was.map(PlanLength::toString);
        }
        throw new TrainingException("The checkpoint in " + folder + " belongs to other settings or data: "
                + before.differences(now) + ". Give the same again"
                + (comparable ? ", or more than " + was.get() + " to prolong that training," : ",")
                + " or start a new training.");
    }

    private Safetensors read() {
        try (InputStream in = Files.newInputStream(checkpoint())) {
            return Safetensors.read(in, Files.size(checkpoint()));
        } catch (IOException | ModelException e) {
            throw unusableCheckpoint(e);
        }
    }

    private TrainingException unusableCheckpoint(Exception cause) {
        return new TrainingException(
                "The checkpoint " + checkpoint() + " cannot be used: " + FailureReason.of(cause)
                        + " Start a new training.",
                cause);
    }
}
