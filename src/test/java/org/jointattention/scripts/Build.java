package org.jointattention.scripts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jointattention.engine.Jars;
import org.jointattention.engine.TestClassPath;

/** What Maven leaves for the scripts: a jar, its name and a class path. */
final class Build {
    private final Path folder;
    private final List<Path> libraries = new ArrayList<>();

    private Build(Path folder) {
        this.folder = folder;
    }

    /** Small files that bear the names of the real ones. */
    static Build fake(Path folder, String version) throws IOException {
        Build build = new Build(folder);
        Jars.of(folder.resolve("Joint_Attention.jar"), Map.of("version", version));
        build.named(version);
        String[] names = {
            "scijava-common-2.99.2",
            "imglib2-7.1.5",
            "ij-1.54p",
            "tensorflow-core-api-1.1.0",
            "ndarray-1.0.0",
            "tensorflow-core-native-1.1.0",
            "tensorflow-core-native-1.1.0-linux-x86_64",
            "javacpp-1.5.11",
            "protobuf-java-3.21.9",
            "picocli-4.7.7",
            "gson-2.10.1"
        };
        for (String name : names) {
            build.library(name);
        }
        return build;
    }

    /** The classes and libraries that the tests run with. */
    static Build real(Path folder) throws IOException {
        Build build = new Build(folder);
        List<Path> all = new ArrayList<>(TestClassPath.withoutTensorFlow());
        all.addAll(TestClassPath.tensorFlow());
        List<Path> classes = all.stream().filter(Files::isDirectory).collect(Collectors.toList());
        Jars.of(folder.resolve("Joint_Attention.jar"), classes);
        build.named("1.0.0");
        all.removeIf(entry -> Files.isDirectory(entry)
                || entry.getFileName().toString().matches("(junit|hamcrest|archunit|slf4j-nop).*"));
        build.libraries.addAll(all);
        build.writeClassPath();
        return build;
    }

    private void named(String version) throws IOException {
        Files.writeString(folder.resolve("name"), "Joint_Attention-" + version + ".jar\n");
    }

    Build library(String name) throws IOException {
        libraries.add(Jars.of(folder.resolve(name + ".jar"), Map.of("name", name)));
        writeClassPath();
        return this;
    }

    Build without(String name) throws IOException {
        libraries.removeIf(library -> library.endsWith(name + ".jar"));
        writeClassPath();
        return this;
    }

    private void writeClassPath() throws IOException {
        String path = libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Files.writeString(folder.resolve("classpath"), path + "\n");
    }

    Path folder() {
        return folder;
    }
}
