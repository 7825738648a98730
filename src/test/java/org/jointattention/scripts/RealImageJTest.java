package org.jointattention.scripts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import org.jointattention.engine.Engines;
import org.jointattention.engine.HostProgram;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** {@code scripts/imagej}: real ImageJ with the plugin installed as users have it, on a virtual display. */
public class RealImageJTest {
    /** A macro that opens the sample and segments it as users do; its text says what came of it. */
    private static final String SEGMENT = "open('"
            + Paths.get("test-images/nuclei/images/ovals-1.png").toAbsolutePath() + "');\n"
            + "run('Segment Image...', 'model=nuclei precision=float32');\n"
            + "segmented = getTitle() + ' ' + getValue('Max');\n";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path root;
    private Build build;

    @Before
    public void copyProject() throws IOException {
        assumeTrue("needs bash", new File("/bin/bash").canExecute());
        root = folder.newFolder("my project").toPath().toRealPath();
        Files.createDirectories(root.resolve("scripts"));
        for (String name : Arrays.asList("imagej", "install-into", "common.sh")) {
            Path copy = root.resolve("scripts").resolve(name);
            Files.copy(ScriptRun.script(name), copy);
            assertTrue(copy.toFile().setExecutable(true));
        }
        Path image = root.resolve("test-images/nuclei/images/ovals-1.png");
        Files.createDirectories(image.getParent());
        Files.copy(Paths.get("test-images/nuclei/images/ovals-1.png"), image);
        build = Build.fake(folder.newFolder("build").toPath(), "1.0.0");
    }

    /**
     * A class of the installed jar, and the menu's command, segment with TensorFlow from the installed folder; the exit
     * status passes through.
     */
    @Test
    public void installedPluginSegmentsInImageJ() throws Exception {
        assumeTrue("needs Xvfb", isOnPath("xvfb-run") && isOnPath("xauth"));
        assumeTrue(
                "needs a Java with windows",
                Files.exists(Paths.get(System.getProperty("java.home"), "lib/libawt_xawt.so")));
        build = Build.real(folder.newFolder("real build").toPath());
        Path result = folder.getRoot().toPath().resolve("result.txt");
        Path macro = folder.newFile("segment.ijm").toPath();
        String probe = SegmentProbe.class.getName();
        Files.writeString(
                macro,
                "result = call('" + probe + ".segment');\n" + SEGMENT
                        + "File.saveString(result + ' ' + segmented + getArgument(), '" + result + "');\n"
                        + "call('" + probe + ".exit', '7');\n");
        ScriptRun run = imagej().by("xvfb-run", "-a").run(macro, " given");
        assertTrue(run.out() + run.err(), Files.exists(result));
        Path host = root.resolve("target/imagej");
        String expected = "true " + host.resolve("lib/joint-attention") + " " + host.resolve("models/joint-attention")
                + " " + HostProgram.foreground(Engines.classPath()) + " ovals-1_labels 1 given";
        assertEquals(expected, Files.readString(result).trim());
        assertEquals(7, run.status());
    }

    @Test
    public void installedPluginSegmentsWithoutADisplay() throws Exception {
        build = Build.real(folder.newFolder("real build").toPath());
        Path macro = folder.newFile("segment.ijm").toPath();
        Files.writeString(macro, SEGMENT + "print(segmented + getArgument());\n");
        ScriptRun run = imagej().run("--headless", macro, " given");
        assertEquals(run.out() + run.err(), 0, run.status());
        assertTrue(run.out(), run.out().contains("ovals-1_labels 1 given\n"));

        Files.writeString(macro, "run('Joint Attention Models...', 'action=Card model=nobody');\nprint('and on');\n");
        run = imagej().run("--headless", macro);
        assertEquals(run.out() + run.err(), 1, run.status());
        assertTrue(run.err(), run.err().contains("nobody"));
        assertFalse(run.out(), run.out().contains("and on"));
    }

    @Test
    public void headlessRunsOurEntryWithTheSameFilesAndPassesItsStatus() throws Exception {
        Path macro = folder.newFile("a macro.ijm").toPath();
        ScriptRun run = withFakeJava().run("--headless", macro, "an argument");
        assertEquals(run.err(), 3, run.status());
        String host = root.resolve("target/imagej").toString();
        assertTrue(run.out(), run.out().contains("[-Djava.awt.headless=true]"));
        assertTrue(run.out(), run.out().contains("[-Dplugins.dir=" + host + "]"));
        assertTrue(
                run.out(),
                run.out()
                        .endsWith("[-cp]\n[" + host + "/ij.jar:" + host + "/plugins/Joint_Attention-1.0.0.jar:" + host
                                + "/jars/*]\n[org.jointattention.imagej.HeadlessMain]\n[" + macro
                                + "]\n[an argument]\n"));
    }

    @Test
    public void sampleImageIsOpenedWhereNothingIsGiven() throws Exception {
        String host = root.resolve("target/imagej").toString();
        String sample = root.resolve("test-images/nuclei/images/ovals-1.png").toString();
        String out = withFakeJava().with("DISPLAY", ":99").run().out();
        assertTrue(
                out, out.endsWith("[" + host + "/ij.jar]\n[ij.ImageJ]\n[-ijpath]\n[" + host + "]\n[" + sample + "]\n"));
    }

    @Test
    public void withoutADisplayNothingIsStarted() throws Exception {
        ScriptRun run = withFakeJava().with("DISPLAY", "").run();
        assumeTrue("macOS needs no DISPLAY", !System.getProperty("os.name").startsWith("Mac"));
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("there is no display"));
        assertEquals("", run.out());
    }

    @Test
    public void whatIsMissingIsNamed() throws Exception {
        assertEquals(2, withFakeJava().run("--headless").status());
        assertEquals(2, withFakeJava().run("--fast").status());
        ScriptRun run = withFakeJava().run(root.resolve("missing.tif"));
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("there is no file " + root.resolve("missing.tif")));
    }

    /** A Java that only says how it was called. */
    private ScriptRun.Script withFakeJava() throws IOException {
        Path java = root.resolve("java/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(
                java,
                "#!/bin/sh\n"
                        + "if [ \"$1\" = -version ]; then echo 'openjdk version \"17\"' >&2; exit 0; fi\n"
                        + "for a in \"$@\"; do echo \"[$a]\"; done\n"
                        + "exit 3\n");
        assertTrue(java.toFile().setExecutable(true));
        return imagej().with("JAVA_HOME", root.resolve("java"));
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Paths.get(folder, program)));
    }

    private ScriptRun.Script imagej() {
        return new ScriptRun.Script(
                        root.resolve("scripts/imagej"), folder.getRoot().toPath())
                .with("JOINT_ATTENTION_BUILD", build.folder())
                .with("JOINT_ATTENTION_HEAP", "1g");
    }
}
