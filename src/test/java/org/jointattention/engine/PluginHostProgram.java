package org.jointattention.engine;

import ij.io.PluginClassLoader;

/** Runs {@link HostProgram} as ImageJ runs a plugin: only ij.jar is on the class path, and ImageJ's loader has the rest. */
public final class PluginHostProgram {
    /** A step: what "Refresh Menus" of ImageJ does to plugins. */
    static final String RELOAD = "reload";

    private PluginHostProgram() {}

    /** @param arguments the plugins folder, then the steps */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Class<?> program = load(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].equals(RELOAD)) {
                program = load(arguments[0]);
            } else {
                String[] step = {arguments[i]};
                program.getMethod("main", String[].class).invoke(null, (Object) step);
            }
        }
    }

    private static Class<?> load(String folder) throws ReflectiveOperationException {
        ClassLoader plugins = new PluginClassLoader(folder);
        Class<?> program = Class.forName("org.jointattention.engine.HostProgram", true, plugins);
        if (program.getClassLoader() != plugins) {
            throw new IllegalStateException("The class path has what should be in the plugins folder.");
        }
        return program;
    }
}
