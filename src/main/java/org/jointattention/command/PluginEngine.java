package org.jointattention.command;

import org.jointattention.engine.Engine;
import org.jointattention.engine.Engines;

/** The engine that the commands compute with: TensorFlow apart from all other plugins where it is installed so. */
final class PluginEngine {
    private PluginEngine() {}

    /**
     * @throws org.jointattention.engine.EngineException if TensorFlow is not installed, is another version than expected, or
     *     does not run on this platform; the message says what to do
     */
    static Engine get() {
        HostFolders folders = new HostFolders();
        if (folders.hasLibrary() || !Engines.isOnClassPath()) {
            return Engines.isolated(folders.library());
        }
        return Engines.classPath();
    }
}
