package org.jointattention.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jointattention.model.ListedModel;
import org.jointattention.model.Model;
import org.jointattention.model.ModelFile;
import org.jointattention.model.ModelFolder;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.ModelStore;

/** The models that a user can choose by name: the bundled ones, and those in the folder of the user's models. */
final class ModelChoice {
    private final ModelStore store;
    private final Path folder;

    ModelChoice() {
        this(new ModelStore(), new HostFolders().models());
    }

    ModelChoice(ModelStore store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /** Names for a list of choices: bundled models by name, the user's by file name. */
    List<String> names() {
        List<String> names = new ArrayList<>(store.bundled().names());
        if (Files.isDirectory(folder)) {
            for (Path file : new ModelFolder(folder).files()) {
                names.add(file.getFileName().toString());
            }
        }
        return names;
    }

    /**
     * @param name one of {@link #names()}, or the path of a file; empty for the first one
     * @param file where it has a name, it goes before {@code name}
     * @throws org.jointattention.model.ModelException if there is no such model, or it is unsound
     */
    Model resolve(String name, File file) {
        return store.resolve(reference(name, file));
    }

    /** What the network of such a model is; the weights of a file are not read, so that a dialog need not wait. */
    ModelSpec spec(String name, File file) {
        String reference = reference(name, file);
        boolean bundled = store.bundled().names().contains(reference);
        File path = new File(reference);
        return !bundled && path.isFile()
                ? ModelFile.readSpec(path.toPath())
                : store.resolve(reference).spec();
    }

    /** All of them with what they are, or why they cannot be used. */
    List<ListedModel> list() {
        return Files.isDirectory(folder) ? store.list(folder) : store.bundled().list();
    }

    /** Copies a model to a new file, or into a folder; see {@link ModelStore#export}. */
    Path export(String name, Path target) {
        return store.export(reference(name, null), target);
    }

    /** What {@link ModelStore#resolve} takes. */
    String reference(String name, File file) {
        if (!ChosenFile.isNone(file)) {
            return file.getPath();
        }
        if (name.trim().isEmpty()) {
            return names().get(0);
        }
        if (store.bundled().names().contains(name)) {
            return name;
        }
        Path own = ModelStore.withExtension(folder.resolve(name));
        return Files.isRegularFile(own) ? own.toString() : name;
    }
}
