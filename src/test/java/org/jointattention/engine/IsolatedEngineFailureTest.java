package org.jointattention.engine;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What only shows when TensorFlow's natives are loaded: each in a program of its own, and twice, as users try again. */
public class IsolatedEngineFailureTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path library;

    @Before
    public void linkLibrary() throws IOException {
        library = TestClassPath.linkTensorFlow(folder.newFolder("lib").toPath());
    }

    /** Stands for a program in which another TensorFlow 2 was loaded first. */
    @Test
    public void nativesOfAnotherVersionAreRefused() throws Exception {
        Path classes = folder.newFolder("classes").toPath();
        compile(
                classes,
                "package org.tensorflow; public class TensorFlow {"
                        + " public static String version() { return \"2.16.2\"; } }");
        Jars.of(library.resolve("a-library-that-comes-first.jar"), List.of(classes));
        List<String> lines = runTwice(program());
        String wanted = new LibraryVersion().natives();
        String message = "refused: TensorFlow 2.16.2 is loaded in this program, but Joint Attention needs " + wanted;
        assertTrue(lines.get(0), lines.get(0).startsWith(message));
        assertTrue(lines.get(0), lines.get(0).contains("Restart the program"));
        assertEquals(lines.get(0) + " Then restart the program.", lines.get(1));
    }

    @Test
    public void cacheThatCannotBeWrittenIsNamedWithItsMend() throws Exception {
        Path file = folder.newFile().toPath();
        ChildProgram program = program()
                .option("-Dorg.bytedeco.javacpp.cachedir=" + file.resolve("cache"))
                .option("-Duser.home=" + file)
                .option("-Djava.io.tmpdir=" + file);
        List<String> lines = runTwice(program);
        assertTrue(lines.get(0), lines.get(0).startsWith("refused: TensorFlow's native library cannot be unpacked"));
        assertTrue(lines.get(0), lines.get(0).contains("-Dorg.bytedeco.javacpp.cachedir="));
    }

    @Test
    public void nativesThatCannotBeLoadedAreNamed() throws Exception {
        Path natives = TestClassPath.tensorFlow().stream()
                .filter(jar -> jar.getFileName().toString().contains("native") && isLarge(jar))
                .findFirst()
                .orElseThrow();
        Files.delete(library.resolve(natives.getFileName()));
        String name = "org/tensorflow/internal/c_api/" + Platform.here().name() + "/"
                + System.mapLibraryName("jnitensorflow");
        Jars.of(library.resolve("tensorflow-core-native-natives.jar"), Map.of(name, "no library"));
        ChildProgram program = program().option("-Dorg.bytedeco.javacpp.cachedir=" + folder.newFolder("cache"));
        List<String> lines = runTwice(program);
        assertTrue(lines.get(0), lines.get(0).startsWith("refused: TensorFlow's native library cannot be loaded: "));
        assertTrue(lines.get(0), lines.get(0).contains("scripts/install-into"));
    }

    private static boolean isLarge(Path file) {
        try {
            return Files.size(file) > 10_000_000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChildProgram program() {
        return new ChildProgram(folder.getRoot().toPath()).classPath(TestClassPath.withoutTensorFlow());
    }

    private List<String> runTwice(ChildProgram program) throws Exception {
        String step = HostProgram.OURS + library;
        List<String> lines = List.of(program.run(HostProgram.class, step, step).split("\n"));
        assertEquals(lines.toString(), 2, lines.size());
        return lines;
    }

    private void compile(Path classes, String source) throws IOException {
        Path file = folder.newFolder("source").toPath().resolve("TensorFlow.java");
        Files.writeString(file, source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertEquals(0, compiler.run(null, null, null, "-d", classes.toString(), file.toString()));
    }
}
