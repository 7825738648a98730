package org.jointattention.engine;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Our TensorFlow in one program with TensorFlow 1.15, as other plugins bring it; in real ImageJ's class loader too. */
public class BesideOtherTensorFlowTest {
    private static final String OTHER = "other 1.15.0 12.0\n";

    private static String ours;

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path library;

    /** What the class path's engine finds; both run on the same machine, so not a pixel may differ. */
    @BeforeClass
    public static void segment() {
        ours = "ours joint-attention " + HostProgram.foreground(Engines.classPath()) + "\n";
    }

    @Before
    public void prepare() throws IOException {
        assumeTrue(
                "TensorFlow 1.15 has natives for x86_64 only",
                Platform.here().name().endsWith("x86_64"));
        library = TestClassPath.linkTensorFlow(folder.newFolder("lib folder").toPath());
    }

    @Test
    public void otherFirst() throws Exception {
        assertEquals(OTHER + ours + OTHER, run(HostProgram.OTHER, ours(), HostProgram.OTHER));
    }

    @Test
    public void oursFirst() throws Exception {
        assertEquals(ours + OTHER + ours, run(ours(), HostProgram.OTHER, ours()));
    }

    @Test
    public void otherFirstInImageJ() throws Exception {
        assertEquals(OTHER + ours, runInImageJ(HostProgram.OTHER, ours()));
    }

    @Test
    public void oursFirstInImageJAndAgainAfterRefreshMenus() throws Exception {
        assertEquals(ours + OTHER + ours, runInImageJ(ours(), HostProgram.OTHER, PluginHostProgram.RELOAD, ours()));
    }

    @Test
    public void testsHaveNoOtherTensorFlowOnTheirClassPath() {
        assertNull(getClass().getResource("/org/tensorflow/native/linux-x86_64/libtensorflow_jni.so"));
    }

    private String ours() {
        return HostProgram.OURS + library;
    }

    private String run(String... steps) throws Exception {
        List<Path> classPath = new ArrayList<>(TestClassPath.otherTensorFlow());
        classPath.addAll(TestClassPath.withoutTensorFlow());
        return new ChildProgram(folder.getRoot().toPath()).classPath(classPath).run(HostProgram.class, steps);
    }

    /** Plugins as users install them: a jar in plugins, libraries in jars, ij.jar alone on the class path. */
    private String runInImageJ(String... steps) throws Exception {
        List<Path> all = TestClassPath.withoutTensorFlow();
        Path plugins = folder.newFolder("ImageJ", "plugins").toPath();
        Path jars = folder.newFolder("ImageJ", "jars").toPath();
        Jars.of(plugins.resolve("Joint_Attention-1.jar"), only(all, true));
        List<Path> libraries = new ArrayList<>(TestClassPath.otherTensorFlow());
        libraries.addAll(only(all, false));
        List<Path> host = new ArrayList<>();
        for (Path jar : libraries) {
            if (jar.getFileName().toString().startsWith("ij-")) {
                host.add(jar);
            } else {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
        Path program = folder.newFolder().toPath().resolve("program.jar");
        host.add(Jars.of(program, PluginHostProgram.class));
        List<String> arguments = new ArrayList<>(List.of(plugins.toString()));
        arguments.addAll(List.of(steps));
        return new ChildProgram(folder.getRoot().toPath())
                .classPath(host)
                .run(PluginHostProgram.class, arguments.toArray(new String[0]));
    }

    private static List<Path> only(List<Path> entries, boolean folders) {
        return entries.stream()
                .filter(entry -> Files.isDirectory(entry) == folders)
                .collect(Collectors.toList());
    }
}
