package org.jointattention.engine;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Loads the tensor library apart from whatever version of it the host has: some packages from its own jars only,
 * never from the parent; everything else from the parent only.
 */
final class IsolatedLoader extends URLClassLoader {
    private static final List<String> OWN =
            List.of("org.tensorflow.", "org.bytedeco.", "com.google.protobuf.", "org.jointattention.tensorflow.");

    static {
        registerAsParallelCapable();
    }

    IsolatedLoader(URL[] jars, ClassLoader parent) {
        super("joint-attention", jars, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isOwn(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }

    @Override
    public URL getResource(String name) {
        return isOwn(name.replace('/', '.')) ? findResource(name) : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (isOwn(name.replace('/', '.'))) {
            return findResources(name);
        }
        ClassLoader parent = getParent();
        return parent == null ? Collections.emptyEnumeration() : parent.getResources(name);
    }

    private static boolean isOwn(String name) {
        return OWN.stream().anyMatch(name::startsWith);
    }
}
