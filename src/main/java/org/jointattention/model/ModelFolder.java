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
        return name.endsWith(".zip") && !name.startsWith(".") && Files.isRegularFile(file);
    }
}
