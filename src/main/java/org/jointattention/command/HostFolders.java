package org.jointattention.command;

import ij.IJ;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where the host, Fiji or plain ImageJ, keeps what belongs to this plugin. */
public final class HostFolders {
    /** Overrides the folder of TensorFlow's jars. */
    public static final String LIBRARY_PROPERTY = "jointattention.lib";

    /** Overrides the folder of the user's models. */
    public static final String MODELS_PROPERTY = "jointattention.models";

    private static final String NAME = "joint-attention";

    /** The folder of TensorFlow's jars, {@code lib/joint-attention}; it may not exist. */
    public Path library() {
        String given = System.getProperty(LIBRARY_PROPERTY);
        if (given != null) {
            return Paths.get(given);
        }
        List<Path> folders =
                roots().stream().map(root -> root.resolve("lib").resolve(NAME)).collect(Collectors.toList());
        return folders.stream().filter(Files::isDirectory).findFirst().orElse(folders.get(0));
    }

    /** Whether the user named a folder of TensorFlow's jars, or the host has one. */
    public boolean hasLibrary() {
        return System.getProperty(LIBRARY_PROPERTY) != null || Files.isDirectory(library());
    }

    /** The folder of the user's models, {@code models/joint-attention}; it may not exist yet. */
    public Path models() {
        String given = System.getProperty(MODELS_PROPERTY);
        if (given != null) {
            return Paths.get(given);
        }
        return roots().get(0).resolve("models").resolve(NAME);
    }

    /** Folders of the host that exist, the likeliest first; the user's own where there is none. */
    private static List<Path> roots() {
        List<Path> roots = new ArrayList<>();
        for (String property : List.of("imagej.dir", "ij.dir", "fiji.dir", "plugins.dir")) {
            add(roots, System.getProperty(property));
        }
        add(roots, imagej());
        if (roots.isEmpty()) {
            roots.add(Paths.get(System.getProperty("user.home")));
        }
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
