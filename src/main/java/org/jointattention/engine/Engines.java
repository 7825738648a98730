package org.jointattention.engine;

import java.nio.file.Path;
import java.util.ServiceLoader;

/** Finds the engine. */
public final class Engines {
    /** Native libraries cannot be unloaded, so the loader that holds them lives as long as the program. */
    private static Path isolatedFolder;

    private static Engine isolated;

    private Engines() {}

    /**
     * The engine on the class path.
     *
     * @throws EngineException if there is none
     */
    public static Engine classPath() {
        return ServiceLoader.load(Engine.class, Engines.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new EngineException("No tensor engine is on the class path: reinstall the plugin."));
    }

    /**
     * The engine with a tensor library from a folder of jars, kept apart from any other version in this program. One
     * a program: it is loaded at the first call.
     *
     * @throws EngineException if the folder is missing or holds no tensor library that works here, or an engine was
     *     loaded from another folder before
     */
    public static synchronized Engine isolated(Path folder) {
        IsolatedEngine wanted = new IsolatedEngine(folder);
        if (isolated == null) {
            isolated = wanted.load();
            isolatedFolder = wanted.folder();
        } else if (!isolatedFolder.equals(wanted.folder())) {
            throw new EngineException("TensorFlow was loaded from " + isolatedFolder + "; it cannot be loaded from "
                    + wanted.folder() + " as well. Restart the program.");
        }
        return isolated;
    }
}
