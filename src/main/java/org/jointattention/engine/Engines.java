package org.jointattention.engine;

import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the engine. */
public final class Engines {
    /** A class that TensorFlow Java has, but TensorFlow 1.15, which other plugins bring, has not. */
    private static final String TENSORFLOW = "org/tensorflow/internal/c_api/TF_Graph.class";

    /** Native libraries cannot be unloaded, so the loader that holds them lives as long as the program. */
    private static Path isolatedFolder;

    private static Engine isolated;

    private static EngineException failure;

    private Engines() {}

    /** Whether a TensorFlow of our kind is on the class path, as for the command line and tests. */
    public static boolean isOnClassPath() {
        return Engines.class.getClassLoader().getResource(TENSORFLOW) != null;
    }

    /**
     * The engine on the class path.
     *
     * @throws EngineException if there is none, or it does not work here
     */
    public static Engine classPath() {
        if (!isOnClassPath()) {
            throw new EngineException("TensorFlow Java is not on the class path." + LibraryFolder.MEND);
        }
        Platform.here().requireSupported();
        return start(Engines.class.getClassLoader());
    }

    /**
     * The engine with a tensor library from a folder of jars, kept apart from any other version in this program. One
     * a program: it is loaded at the first call.
     *
     * @throws EngineException if the folder is missing or holds no tensor library that works here, or an engine was
     *     loaded from another folder before
     */
    public static synchronized Engine isolated(Path folder) {
        LibraryFolder wanted = new LibraryFolder(folder);
        if (failure != null) {
            throw new EngineException(failure.getMessage() + " Then restart the program.", failure);
        }
        if (isolated == null) {
            isolated = load(wanted);
            isolatedFolder = wanted.path();
        } else if (!isolatedFolder.equals(wanted.path())) {
            throw new EngineException("TensorFlow was loaded from " + isolatedFolder + "; it cannot be loaded from "
                    + wanted.path() + " as well. Restart the program.");
        }
        return isolated;
    }

    /** What the checks find can be mended while the program runs; what happens after them is kept. */
    private static Engine load(LibraryFolder folder) {
        Platform platform = Platform.here();
        platform.requireSupported();
        IsolatedLoader loader = IsolatedLoader.of(folder.jars(platform, new LibraryVersion()));
        try {
            return start(loader);
        } catch (EngineException e) {
            failure = e;
            throw e;
        }
    }

    private static Engine start(ClassLoader loader) {
        try {
            return ServiceLoader.load(Engine.class, loader)
                    .findFirst()
                    .orElseThrow(() -> new EngineException("The plugin's jar lacks its engine." + LibraryFolder.MEND));
        } catch (ServiceConfigurationError | LinkageError e) {
            throw explained(e);
        }
    }

    private static EngineException explained(Throwable error) {
        Throwable cause = error;
        while (!(cause instanceof EngineException)) {
            if (cause.getCause() == null) {
                return new EngineException("TensorFlow cannot be loaded (" + cause + ")." + LibraryFolder.MEND, error);
            }
            cause = cause.getCause();
        }
        return new EngineException(cause.getMessage(), error);
    }
}
