package org.jointattention.engine;

import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A Java program in a process of its own, since what native libraries do to a process cannot be undone. */
public final class ChildProgram {
    private final Path folder;
    private final List<String> options = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();

    /** @param folder for temporary files */
    public ChildProgram(Path folder) {
        this.folder = folder;
        option("-Xmx1g");
        option("-Djava.awt.headless=true");
        option("-Djava.io.tmpdir=" + folder);
        if (Runtime.version().feature() >= 17) {
            option("--enable-native-access=ALL-UNNAMED");
        }
    }

    public ChildProgram option(String option) {
        options.add(option);
        return this;
    }

    public ChildProgram classPath(List<Path> entries) {
        classPath.addAll(entries);
        return this;
    }

    /** Runs it to its end, and gives what it printed to standard output; it must end well. */
    public String run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path messages = Files.createTempFile(folder, "messages", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(messages.toFile());
        builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "2");
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertTrue(read(output) + read(messages), ended && process.exitValue() == 0);
        return read(output);
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
