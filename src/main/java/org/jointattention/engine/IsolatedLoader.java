package org.jointattention.engine;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
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

    private IsolatedLoader(URL[] urls, ClassLoader parent) {
        super("joint-attention", urls, parent);
    }

    /** @param jars TensorFlow and what it needs; the engine's classes are taken from where this one is */
    static IsolatedLoader of(List<Path> jars) {
        List<URL> urls = new ArrayList<>();
        urls.add(ownCode());
        for (Path jar : jars) {
            urls.add(url(jar));
        }
        return new IsolatedLoader(urls.toArray(new URL[0]), IsolatedLoader.class.getClassLoader());
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

    /** The jar that this class comes from, where the engine's classes are too. */
    private static URL ownCode() {
        CodeSource source = IsolatedLoader.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new EngineException("The plugin's own jar cannot be found." + LibraryFolder.MEND);
        }
        return source.getLocation();
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new EngineException("The file " + jar + " has no proper address: " + e.getMessage(), e);
        }
    }
}
