package org.jointattention.command;

import ij.IJ;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the host, Fiji or plain ImageJ, keeps what belongs to this plugin. */
public final class HostFolders {
    /** Overrides the folder of TensorFlow's jars. */
    public static final String LIBRARY_PROPERTY = "jointattention.lib";

    /** Overrides the folder of the user's models. */
    public static final String MODELS_PROPERTY = "jointattention.models";

    private static final String NAME = "joint-attention";

    /** The folder of TensorFlow's jars, {@code lib/joint-attention}, where there is one. */
    public Optional<Path> library() {
        String given = System.getProperty(LIBRARY_PROPERTY);
        if (given != null) {
            return Optional.of(Paths.get(given));
        }
        return roots().stream()
                .map(root -> root.resolve("lib").resolve(NAME))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** The folder of the user's models, {@code models/joint-attention}; it may not exist yet. */
    public Path models() {
        String given = System.getProperty(MODELS_PROPERTY);
        if (given != null) {
            return Paths.get(given);
        }
        Path root = roots().stream().findFirst().orElseGet(() -> Paths.get(System.getProperty("user.home")));
        return root.resolve("models").resolve(NAME);
    }

    /** Folders of the host that exist, the likeliest first. */
    private static List<Path> roots() {
        List<Path> roots = new ArrayList<>();
        for (String property : List.of("imagej.dir", "ij.dir", "plugins.dir")) {
            add(roots, System.getProperty(property));
        }
        add(roots, imagej());
        return roots;
    }

    private static String imagej() {
        try {
            return IJ.getDirectory("imagej");
        } catch (NoClassDefFoundError e) {
            return ""; // ImageJ2 runs without ImageJ 1, too
        }
    }

    private static void add(List<Path> roots, String folder) {
        if (folder == null || folder.isEmpty()) {
            return;
        }
        Path path = Paths.get(folder).toAbsolutePath().normalize();
        // plugins.dir may name the folder "plugins" itself
        Path root = path.endsWith("plugins") && path.getParent() != null ? path.getParent() : path;
        if (Files.isDirectory(root)) {
            roots.add(root);
        }
    }
}
