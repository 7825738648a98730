package org.jointattention.model;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds a model by what a user calls it: a bundled model's name, or a file. */
public final class ModelStore {
    private final BundledModels bundled;

    public ModelStore() {
        this(new BundledModels());
    }

    public ModelStore(BundledModels bundled) {
        this.bundled = Objects.requireNonNull(bundled);
    }

    public BundledModels bundled() {
        return bundled;
    }

    /**
     * The bundled models and those of a folder, with what they are, or why they cannot be used.
     *
     * @throws ModelException if there is no such folder, or it cannot be read
     */
    public List<ListedModel> list(Path folder) {
        List<ListedModel> models = new ArrayList<>(bundled.list());
        models.addAll(new ModelFolder(folder).list());
        return models;
    }

    /**
     * Reads a model. A bundled name goes before a file of that name; write {@code ./NAME} for the file. The file's {@code
     * .zip} may be left out.
     *
     * @throws ModelException if it is neither, with the bundled names, or if the file is no sound model
     */
    public Model resolve(String nameOrFile) {
        if (bundled.names().contains(nameOrFile)) {
            return bundled.read(nameOrFile);
        }
        Path file = file(nameOrFile);
        if (!Files.exists(file)) {
            throw unknown(nameOrFile, null);
        }
        return ModelFile.read(file);
    }

    /** The file that is called so; where there is none, the one with {@code .zip} added. */
    public static Path withExtension(Path file) {
        Path name = file.getFileName();
        if (Files.isRegularFile(file) || name == null) {
            return file;
        }
        Path zip = file.resolveSibling(name + ModelFile.EXTENSION);
        return Files.isRegularFile(zip) ? zip : file;
    }

    /**
     * Copies a model's file, as it is.
     *
     * @param target a new file, or a folder, where the copy is named after the model
     * @return the copy
     * @throws ModelException as {@link #resolve} does, or if there is a file of that name, or it cannot be written
     */
    public Path export(String nameOrFile, Path target) {
        resolve(nameOrFile);
        boolean isBundled = bundled.names().contains(nameOrFile);
        String name = isBundled ? nameOrFile : ModelFile.baseName(file(nameOrFile));
        Path copy = Files.isDirectory(target) ? target.resolve(name + ModelFile.EXTENSION) : target;
        if (Files.exists(copy)) {
            throw new ModelException(copy + ": the file exists already. Name another one, or remove it first.");
        }
        ModelFile.Source source =
                isBundled ? () -> bundled.openModel(nameOrFile) : () -> Files.newInputStream(file(nameOrFile));
        ModelFile.copy(source, copy);
        return copy;
    }

    private Path file(String text) {
        try {
            return withExtension(Paths.get(Checks.notBlank("model's name", text)));
        } catch (InvalidPathException e) {
            throw unknown(text, e);
        }
    }

    private ModelException unknown(String nameOrFile, Throwable cause) {
        return new ModelException(
                "There is no model '" + Checks.quoted(nameOrFile) + "': it is no file, and " + bundled.namesForPeople()
                        + ".",
                cause);
    }
}
