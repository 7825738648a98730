package org.jointattention.model;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jointattention.files.FailureReason;
import org.jointattention.files.WritableFolder;

/** A folder of model files: every {@code *.zip} directly in it that is not hidden. */
public final class ModelFolder {
    private final Path folder;

    public ModelFolder(Path folder) {
        this.folder = Objects.requireNonNull(folder);
    }

    /**
     * The folder's models sorted by file name. A file that is no sound model is listed with its problem.
     *
     * @throws ModelException if there is no such folder, or it cannot be read
     */
    public List<ListedModel> list() {
        List<ListedModel> models = new ArrayList<>();
        for (Path file : files()) {
            models.add(ListedModel.of(file.toString(), () -> ModelFile.read(file)));
        }
        return models;
    }

    /**
     * The model files, sound or not, sorted by name.
     *
     * @throws ModelException if there is no such folder, or it cannot be read
     */
    public List<Path> files() {
        if (!Files.isDirectory(folder)) {
            throw new ModelException(folder + ": expected a folder of models; there is none.");
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, ModelFolder::isModelFile)) {
            stream.forEach(files::add);
        } catch (IOException | DirectoryIteratorException e) {
            throw new ModelException(folder + ": the folder cannot be read: " + FailureReason.of(e), e);
        }
        Collections.sort(files);
        return files;
    }

    private static boolean isModelFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(ModelFile.EXTENSION) && !name.startsWith(".") && Files.isRegularFile(file);
    }

    /**
     * Copies a model file into the folder, which is made where it is missing. Nothing is replaced: where there is
     * another model of that name, the copy is numbered, {@code NAME-2.zip}.
     *
     * @return the copy; or the file that holds the same model already
     * @throws ModelException if the file is no sound model, or the folder cannot be written to
     */
    public Path importFile(Path file) {
        Model model = ModelFile.read(file);
        WritableFolder.require(
                folder, (why, cause) -> new ModelException("The folder of models is not usable: " + why, cause));
        String base = ModelFile.baseName(file);
        Path target = folder.resolve(base + ModelFile.EXTENSION);
        for (int number = 2; Files.exists(target) && !isSame(model, target); number++) {
            target = folder.resolve(base + "-" + number + ModelFile.EXTENSION);
        }
        if (!Files.exists(target)) {
            ModelFile.copy(() -> Files.newInputStream(file), target);
        }
        return target;
    }

    private static boolean isSame(Model model, Path other) {
        try {
            Model there = ModelFile.read(other);
            return there.spec().equals(model.spec())
                    && there.card().equals(model.card())
                    && there.weightsSha256().equals(model.weightsSha256());
        } catch (ModelException e) {
            return false; // a broken file: it is none of ours to judge, and stays
        }
    }
}
