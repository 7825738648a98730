package org.jointattention.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The folder with TensorFlow's jars. Looks into them before anything is loaded, as a failed load cannot be mended. */
final class LibraryFolder {
    static final String MEND = " Install Joint Attention again with scripts/install-into.";

    private static final String API = "tensorflow-core-api";
    private static final Pattern ARTIFACT = Pattern.compile("META-INF/maven/org\\.tensorflow/([^/]+)/pom\\.properties");
    private static final Pattern NATIVES =
            Pattern.compile("org/tensorflow/internal/c_api/([^/]+)/(?:lib)?jnitensorflow\\.[a-z]+");
    private static final Map<String, String> NEEDED = Map.of(
            "org/tensorflow/ndarray/NdArray.class", "ndarray",
            "org/bytedeco/javacpp/Loader.class", "javacpp",
            "com/google/protobuf/Message.class", "protobuf-java");

    private final Path path;
    private final Map<String, Set<String>> versions = new HashMap<>();
    private final Set<String> natives = new TreeSet<>();
    private final Set<String> present = new HashSet<>();

    LibraryFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    Path path() {
        return path;
    }

    /**
     * The jars, all of them complete and of the right version.
     *
     * @throws EngineException if the folder is missing or lacks something that is needed here
     */
    List<Path> jars(Platform platform, LibraryVersion version) {
        List<Path> jars = list();
        versions.clear();
        natives.clear();
        present.clear();
        jars.forEach(this::look);
        checkVersion(version.jars());
        NEEDED.forEach((entry, artifact) -> {
            if (!present.contains(entry)) {
                throw new EngineException("The folder " + path + " lacks the jar of " + artifact + "." + MEND);
            }
        });
        checkNatives(platform.name());
        return jars;
    }

    private List<Path> list() {
        if (!Files.exists(path)) {
            throw new EngineException("TensorFlow is not installed: there is no folder " + path + "." + MEND);
        }
        if (!Files.isDirectory(path)) {
            throw new EngineException(
                    path + " is a file, but should be the folder with TensorFlow's jars. Remove it." + MEND);
        }
        List<Path> jars;
        try (Stream<Path> files = Files.list(path)) {
            jars = files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new EngineException("The folder " + path + " cannot be read (" + e + "). Let yourself read it.", e);
        }
        if (jars.isEmpty()) {
            throw new EngineException("TensorFlow is not installed: the folder " + path + " has no jars." + MEND);
        }
        return jars;
    }

    private void look(Path jar) {
        if (!Files.isReadable(jar)) {
            throw new EngineException("The file " + jar + " cannot be read. Let yourself read it.");
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<ZipEntry> poms = new ArrayList<>();
            zip.stream().forEach(entry -> {
                Matcher platform = NATIVES.matcher(entry.getName());
                if (platform.matches()) {
                    natives.add(platform.group(1));
                } else if (ARTIFACT.matcher(entry.getName()).matches()) {
                    poms.add(entry);
                } else if (NEEDED.containsKey(entry.getName())) {
                    present.add(entry.getName());
                }
            });
            for (ZipEntry pom : poms) {
                readVersion(zip, pom);
            }
        } catch (IOException e) {
            throw new EngineException(
                    "The file " + jar + " is broken (" + e.getMessage() + "), perhaps copied in part." + MEND, e);
        }
    }

    private void readVersion(ZipFile zip, ZipEntry pom) throws IOException {
        Matcher artifact = ARTIFACT.matcher(pom.getName());
        Properties properties = new Properties();
        try (InputStream in = zip.getInputStream(pom)) {
            properties.load(in);
        }
        if (artifact.matches()) {
            versions.computeIfAbsent(artifact.group(1), name -> new TreeSet<>())
                    .add(properties.getProperty("version", "unknown"));
        }
    }

    /** Jars of TensorFlow 1 are called libtensorflow. */
    private void checkVersion(String wanted) {
        Set<String> wrong = new TreeSet<>();
        versions.forEach((artifact, found) -> {
            if (artifact.matches("tensorflow-core-.*|libtensorflow.*") && !found.equals(Set.of(wanted))) {
                found.forEach(version -> wrong.add(artifact + " " + version));
            }
        });
        if (!wrong.isEmpty()) {
            throw new EngineException("The folder " + path + " holds " + String.join(", ", wrong)
                    + ", but Joint Attention needs TensorFlow Java " + wanted + " alone." + MEND);
        }
        if (!versions.containsKey(API)) {
            throw new EngineException("The folder " + path + " lacks the jar of " + API + "." + MEND);
        }
    }

    private void checkNatives(String platform) {
        if (natives.contains(platform) || natives.contains(platform + "-gpu")) {
            return;
        }
        String found = natives.isEmpty() ? "no natives of TensorFlow" : "natives for " + String.join(", ", natives);
        throw new EngineException("The folder " + path + " has " + found + ", but this computer needs those for "
                + platform + "." + MEND.replace(".", " on this computer."));
    }
}
