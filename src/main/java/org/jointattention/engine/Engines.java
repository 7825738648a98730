package org.jointattention.engine;

import java.util.ServiceLoader;

/** Finds the engine. */
public final class Engines {
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
}
