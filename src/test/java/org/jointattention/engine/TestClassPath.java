package org.jointattention.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path of the tests, taken apart; without Spark, which users have on a cluster only. */
public final class TestClassPath {
    private static final String TENSORFLOW = "(tensorflow|ndarray|javacpp|protobuf-java)-.*\\.jar";

    private TestClassPath() {}

    /** TensorFlow and what only it needs. */
    public static List<Path> tensorFlow() {
        return entries().stream().filter(TestClassPath::isTensorFlow).collect(Collectors.toList());
    }

    /** The project's classes and all other libraries. */
    public static List<Path> withoutTensorFlow() {
        return entries().stream().filter(entry -> !isTensorFlow(entry)).collect(Collectors.toList());
    }

    /** TensorFlow 1.15, which is on no class path. */
    public static List<Path> otherTensorFlow() throws IOException {
        try (Stream<Path> jars = Files.list(Paths.get(System.getProperty("other.tensorflow.folder")))) {
            return jars.sorted().collect(Collectors.toList());
        }
    }

    /** A folder of links to TensorFlow's jars, as {@code lib/joint-attention}. */
    public static Path linkTensorFlow(Path folder) throws IOException {
        for (Path jar : tensorFlow()) {
            Files.createSymbolicLink(folder.resolve(jar.getFileName()), jar);
        }
        return folder;
    }

    private static boolean isTensorFlow(Path entry) {
        return entry.getFileName().toString().matches(TENSORFLOW);
    }

    private static List<Path> spark() {
        try {
            String path = Files.readString(Paths.get(System.getProperty("spark.classpath.file")));
            return Arrays.stream(path.trim().split(File.pathSeparator))
                    .map(Paths::get)
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> entries() {
        List<Path> spark = spark();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(Paths::get)
                .filter(entry -> Files.exists(entry) && !spark.contains(entry))
                .collect(Collectors.toList());
    }
}
