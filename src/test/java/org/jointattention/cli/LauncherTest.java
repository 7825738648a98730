package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The real launcher, in a copy of the project's folder, with a Maven and a Java that only say how they were called. */
public class LauncherTest {
    private static final Path SCRIPT = Paths.get("scripts", "joint-attention");
    private static final String FAKE_MAVEN = "#!/bin/sh\n"
            + "echo \"$@\" >> \"$FAKE_LOG\"\n"
            + "[ -z \"$FAKE_MAVEN_FAILS\" ] || { echo 'COMPILATION ERROR'; exit 1; }\n"
            + "mkdir -p target/launcher && echo jar > target/Joint_Attention-1.jar\n"
            + "echo sources > target/Joint_Attention-1-sources.jar\n"
            + "printf %s \"$PWD/pom.xml\" > target/launcher/classpath.new\n";
    private static final String FAKE_JAVA = "#!/bin/sh\n"
            + "if [ \"$1\" = -version ]; then echo \"openjdk version \\\"$FAKE_VERSION\\\" 2024\" >&2; exit 0; fi\n"
            + "for a in \"$@\"; do echo \"[$a]\"; done\n"
            + "echo \"log=$TF_CPP_MIN_LOG_LEVEL onednn=$TF_ENABLE_ONEDNN_OPTS\"\n"
            + "[ -z \"$FAKE_ERROR\" ] || printf '%s' \"$FAKE_ERROR\" >&2\n"
            + "if [ -n \"$FAKE_WAITS\" ]; then\n"
            + "  trap 'echo stopping >&2; echo last words >&2; exit 143' TERM\n"
            + "  echo ready; i=0; while [ $i -lt 300 ]; do sleep 0.1; i=$((i + 1)); done\n"
            + "fi\n"
            + "exit ${FAKE_STATUS:-0}\n";
    private static final String NOISE = "WARNING: All log messages before absl::InitializeLog() is called are written"
            + " to STDERR\n"
            + "I0000 00:00:1763846.1 77 mlir_graph_optimization_pass.cc:425] MLIR V1 optimization pass\n"
            + "I0000 00:00:1763846.2 77 auto_mixed_precision.cc:2266] Running auto_mixed_precision graph optimizer\n"
            + "E0000 00:00:1763846.3 77 cuda_dnn.cc:8310] Unable to register cuDNN factory: one is registered\n";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path root;
    private Path bin;
    private Path mavenCalls;
    private String out;
    private String err;

    @Before
    public void copyProject() throws IOException {
        assumeTrue("needs bash", new File("/bin/bash").canExecute());
        root = folder.newFolder("my project").toPath().toRealPath();
        bin = folder.newFolder("bin").toPath();
        mavenCalls = bin.resolve("calls");
        Files.createDirectories(root.resolve("scripts"));
        Files.createDirectories(root.resolve("src/main"));
        write(root.resolve("pom.xml"), "<project/>");
        write(root.resolve("src/main/A.java"), "class A {}");
        executable(launcher(), read(SCRIPT));
        write(root.resolve("scripts/common.sh"), read(Paths.get("scripts", "common.sh")));
        executable(bin.resolve("mvn"), FAKE_MAVEN);
        executable(bin.resolve("java"), FAKE_JAVA);
    }

    @Test
    public void buildsOnceThenOnlyRuns() throws Exception {
        assertEquals(0, launch("segment", "a b.tif", "*"));
        assertTrue(err, err.startsWith("joint-attention: building (first time"));
        assertEquals(err, 1, err.trim().split("\n").length);
        assertTrue(out, out.contains("[org.jointattention.cli.Main]\n[segment]\n[a b.tif]\n[*]\n"));
        assertTrue(out, out.contains(root + "/target/launcher/Joint_Attention.jar:" + root + "/pom.xml"));
        assertEquals("jar\n", read(root.resolve("target/launcher/Joint_Attention.jar")));

        assertEquals(0, launch("segment"));
        assertEquals("", err);
        assertEquals(1, mavenCallCount());
    }

    @Test
    public void buildsAgainWhenASourceChangedOrMavenOptionsDo() throws Exception {
        launch();
        age(root.resolve("target/launcher/built"));
        assertEquals(0, launch());
        assertEquals("joint-attention: building...\n", err);
        assertEquals(0, launch(Map.of("JOINT_ATTENTION_MAVEN_ARGS", "-Pgpu")));
        assertTrue(read(mavenCalls), read(mavenCalls).contains(" -Pgpu package"));
        assertEquals(3, mavenCallCount());
    }

    @Test
    public void buildsAgainWhenALibraryIsGone() throws Exception {
        launch();
        write(root.resolve("target/launcher/classpath"), "/no/such/library.jar");
        assertEquals(0, launch());
        assertEquals(2, mavenCallCount());
    }

    @Test
    public void failedBuildShowsMavensOutputAndIsTriedAgain() throws Exception {
        assertEquals(1, launch(Map.of("FAKE_MAVEN_FAILS", "1")));
        assertTrue(err, err.contains("COMPILATION ERROR"));
        assertTrue(err, err.contains("error: the build failed"));
        assertEquals("", out);
        assertEquals(0, launch());
    }

    @Test
    public void missingMavenIsNamed() throws Exception {
        Files.delete(bin.resolve("mvn"));
        assertEquals(1, launch(Map.of("PATH", bin + ":" + onlyTheBasics())));
        assertTrue(err, err.contains("Install Maven"));
    }

    @Test
    public void missingOrOldJavaIsNamed() throws Exception {
        assertEquals(1, launch(Map.of("FAKE_VERSION", "1.8.0_402")));
        assertTrue(err, err.contains("is version 1.8.0_402, but 11 or later"));
        assertEquals(1, launch(Map.of("JAVA_HOME", bin.toString())));
        assertTrue(err, err.contains("no bin/java"));
        Files.delete(bin.resolve("java"));
        assertEquals(1, launch(Map.of("PATH", bin + ":" + onlyTheBasics())));
        assertTrue(err, err.contains("no Java found"));
    }

    @Test
    public void statusPassesThrough() throws Exception {
        assertEquals(2, launch(Map.of("FAKE_STATUS", "2"), "nonsense"));
    }

    @Test
    public void heapAndLogLevelAreTakenFromLeadingOptions() throws Exception {
        assertEquals(0, launch("--heap", "3g", "--log=info", "train", "--log", "x"));
        assertTrue(out, out.contains("[-Xmx3g]"));
        assertTrue(out, out.contains("log=0 onednn=1"));
        assertTrue(out, out.contains("[train]\n[--log]\n[x]\n"));
    }

    @Test
    public void heapAndLogLevelHaveDefaultsAndVariables() throws Exception {
        assertEquals(0, launch());
        assertTrue(out, out.contains("log=2 onednn=1"));
        assertTrue(out, out.matches("(?s).*\\[-Xmx([1-9][0-9]*m|[1-8]g)].*"));
        Map<String, String> variables = Map.of(
                "JOINT_ATTENTION_HEAP", "700m",
                "JOINT_ATTENTION_JAVA_OPTS", "-Da=1 -Db=2",
                "TF_ENABLE_ONEDNN_OPTS", "0");
        assertEquals(0, launch(variables));
        assertTrue(out, out.contains("[-Xmx700m]"));
        assertTrue(out, out.contains("[-Da=1]\n[-Db=2]\n"));
        assertTrue(out, out.contains("onednn=0"));
    }

    @Test
    public void wrongLauncherOptionsAreWrongUsage() throws Exception {
        for (String heap : Arrays.asList("big", "6gb", "g", "-1", "6.5g")) {
            assertEquals(heap, 2, launch("--heap=" + heap, "devices"));
        }
        assertEquals(2, launch("--heap"));
        assertEquals(2, launch("--log", "loud"));
        assertFalse(Files.exists(mavenCalls));
    }

    @Test
    public void javaKnowsWhereTheProgramLies() throws Exception {
        assertEquals(0, launch("demo"));
        assertTrue(out, out.contains("[-Djointattention.home=" + root + "]"));
    }

    @Test
    public void tensorFlowsNoiseIsLeftOutUnlessAskedFor() throws Exception {
        launch();
        String message = "error: a.png\nE0000 something else\nthe end";
        assertEquals(1, launch(Map.of("FAKE_ERROR", NOISE + message, "FAKE_STATUS", "1")));
        assertEquals(message + "\n", err);
        assertEquals(1, launch(Map.of("FAKE_ERROR", NOISE + message, "FAKE_STATUS", "1"), "--log", "info"));
        assertEquals(NOISE + message, err);
        assertFalse("the pipe is removed", temporaryFolders());
    }

    private boolean temporaryFolders() {
        return bin.toFile().list((parent, name) -> name.startsWith("joint-attention.")).length > 0;
    }

    @Test
    public void signalsReachJavaAndItsLastWordsAreShown() throws Exception {
        launch();
        assertEquals(143, interrupt("TERM"));
        assertEquals("stopping\nlast words\n", err);
        assertEquals(130, interrupt("INT"));
        assertEquals("stopping\nlast words\n", err);
        assertFalse("the pipe is removed", temporaryFolders());
    }

    /** Starts the launcher, sends it a signal as soon as Java runs, and gives the exit status. */
    private int interrupt(String signal) throws Exception {
        File stdout = folder.newFile();
        File stderr = folder.newFile();
        Process process = start(launcher(), Map.of("FAKE_WAITS", "1"), stdout, stderr);
        while (process.isAlive() && !read(stdout.toPath()).contains("ready")) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertTrue("the launcher hangs", process.waitFor(60, TimeUnit.SECONDS));
        out = read(stdout.toPath());
        err = read(stderr.toPath());
        return process.exitValue();
    }

    @Test
    public void worksThroughSymbolicLinks() throws Exception {
        Path first = Files.createSymbolicLink(folder.getRoot().toPath().resolve("first"), launcher());
        Path second = Files.createSymbolicLink(bin.resolve("second"), bin.relativize(first));
        assertEquals(0, launchScript(second, Map.of(), "demo"));
        assertTrue(out, out.contains(root + "/target/launcher/Joint_Attention.jar"));
    }

    private Path launcher() {
        return root.resolve(SCRIPT);
    }

    private int launch(String... args) throws Exception {
        return launch(Map.of(), args);
    }

    private int launch(Map<String, String> variables, String... args) throws Exception {
        return launchScript(launcher(), variables, args);
    }

    private int launchScript(Path script, Map<String, String> variables, String... args) throws Exception {
        File stdout = folder.newFile();
        File stderr = folder.newFile();
        Process process = start(script, variables, stdout, stderr, args);
        assertTrue("the launcher hangs", process.waitFor(60, TimeUnit.SECONDS));
        out = read(stdout.toPath());
        err = read(stderr.toPath());
        return process.exitValue();
    }

    private Process start(Path script, Map<String, String> variables, File stdout, File stderr, String... args)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/bash", script.toString()));
        command.addAll(Arrays.asList(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(bin.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.matches("JAVA_HOME|JOINT_ATTENTION_.*|TF_.*"));
        environment.put("PATH", bin + File.pathSeparator + environment.get("PATH"));
        environment.put("TMPDIR", bin.toString());
        environment.put("FAKE_LOG", mavenCalls.toString());
        environment.put("FAKE_VERSION", "17.0.1");
        environment.putAll(variables);
        return builder.redirectOutput(stdout).redirectError(stderr).start();
    }

    /** A folder with the tools of the launcher, but neither Java nor Maven. */
    private Path onlyTheBasics() throws IOException {
        Path tools = folder.newFolder().toPath();
        for (String tool :
                "cat cksum basename cp cut dirname find flock head id mkdir mv readlink sed sysctl".split(" ")) {
            for (String place : "/bin /usr/bin /usr/sbin".split(" ")) {
                Path real = Paths.get(place, tool);
                if (Files.isExecutable(real) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), real);
                }
            }
        }
        return tools;
    }

    private int mavenCallCount() throws IOException {
        return Files.readAllLines(mavenCalls).size();
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    }

    private static void executable(Path file, String text) throws IOException {
        write(file, text);
        assertTrue(file.toFile().setExecutable(true));
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
