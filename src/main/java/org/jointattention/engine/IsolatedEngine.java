package org.jointattention.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An engine whose tensor library is loaded from a folder of jars, apart from that of the host. */
final class IsolatedEngine {
    private static final String MEND = " Install the plugin again with scripts/install-into, which fills this folder.";

    private final Path folder;

    IsolatedEngine(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path folder() {
        return folder;
    }

    /** @throws EngineException if the folder is missing, or holds no tensor library that works here */
    Engine load() {
        IsolatedLoader loader = new IsolatedLoader(urls(), Engines.class.getClassLoader());
        return ServiceLoader.load(Engine.class, loader)
                .findFirst()
                .orElseThrow(() -> new EngineException("The plugin's jar lacks its engine." + MEND));
    }

    private URL[] urls() {
        List<URL> urls = new ArrayList<>();
        urls.add(ownCode());
        for (Path jar : jars()) {
            urls.add(url(jar));
        }
        return urls.toArray(new URL[0]);
    }

    private List<Path> jars() {
        if (!Files.isDirectory(folder)) {
            throw new EngineException("There is no folder " + folder + " with TensorFlow's jars." + MEND);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.toList());
            if (jars.stream().noneMatch(jar -> jar.getFileName().toString().startsWith("tensorflow-core-api"))) {
                throw new EngineException("The folder " + folder + " lacks TensorFlow's jars." + MEND);
            }
            return jars;
        } catch (IOException | UncheckedIOException e) {
            throw new EngineException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The jar that this class comes from, where the engine's classes are too. */
    private static URL ownCode() {
        CodeSource source = IsolatedEngine.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new EngineException("The plugin's own jar cannot be found." + MEND);
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
