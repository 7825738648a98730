package org.jointattention.scripts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The real script, with small files in place of what Maven builds. */
public class InstallIntoTest {
    private static final List<String> LIBRARY = List.of(
            "lib/joint-attention/installed.txt",
            "lib/joint-attention/javacpp-1.5.11.jar",
            "lib/joint-attention/ndarray-1.0.0.jar",
            "lib/joint-attention/protobuf-java-3.21.9.jar",
            "lib/joint-attention/tensorflow-core-api-1.1.0.jar",
            "lib/joint-attention/tensorflow-core-native-1.1.0-linux-x86_64.jar",
            "lib/joint-attention/tensorflow-core-native-1.1.0.jar");

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Build build;
    private Path fiji;
    private Path imagej;

    @Before
    public void makeHosts() throws IOException {
        assumeTrue("needs bash", new File("/bin/bash").canExecute());
        build = Build.fake(folder.newFolder("build").toPath(), "0.2.0");
        fiji = folder.newFolder("my Fiji.app").toPath().toRealPath();
        for (String file : Arrays.asList(
                "ImageJ-linux64",
                "jars/ij-1.54f.jar",
                "jars/scijava-common-2.99.2.jar",
                "jars/imglib2-7.0.0.jar",
                "jars/imglib2-algorithm-0.15.jar",
                "jars/extra/gson-2.9.jar",
                "plugins/StarDist_-1.0.jar")) {
            touch(fiji.resolve(file));
        }
        imagej = folder.newFolder("ImageJ").toPath().toRealPath();
        touch(imagej.resolve("ij.jar"));
        touch(imagej.resolve("plugins/Filters/Mine_.class"));
    }

    @Test
    public void fijiGetsOnlyWhatItLacks() throws Exception {
        Collection<String> before = files(fiji);
        ScriptRun run = install(fiji);
        assertEquals(run.err(), 0, run.status());
        Collection<String> expected = new TreeSet<>(before);
        expected.addAll(LIBRARY);
        expected.add("jars/Joint_Attention-0.2.0.jar");
        assertEquals(expected, files(fiji));
        assertTrue(Files.isDirectory(fiji.resolve("models/joint-attention")));
        assertTrue(run.out(), run.out().startsWith("Installing Joint_Attention-0.2.0.jar into Fiji: " + fiji));
        assertLine(run, "added     jars/Joint_Attention-0.2.0.jar");
        assertLine(run, "host has  jars/scijava-common-2.99.2.jar");
        assertLine(run, "host has  jars/imglib2-7.0.0.jar (made with imglib2-7.1.5.jar)");
        assertLine(run, "host has  jars/extra/gson-2.9.jar (made with gson-2.10.1.jar)");
    }

    @Test
    public void plainImageJGetsThePluginInPluginsAndLibrariesInJars() throws Exception {
        Collection<String> expected = new TreeSet<>(files(imagej));
        ScriptRun run = install(imagej);
        assertEquals(run.err(), 0, run.status());
        expected.addAll(LIBRARY);
        expected.addAll(List.of(
                "plugins/Joint_Attention-0.2.0.jar",
                "jars/scijava-common-2.99.2.jar",
                "jars/imglib2-7.1.5.jar",
                "jars/gson-2.10.1.jar"));
        assertEquals(expected, files(imagej));
        assertTrue(run.out(), run.out().contains("into ImageJ: " + imagej));
    }

    @Test
    public void newFijiAndMacsImageJAreRecognised() throws Exception {
        Path fijiLatest = folder.newFolder("Fiji").toPath();
        for (String file : Arrays.asList("fiji-linux-x64", "config/jaunch/fiji.toml", "jars/a.jar", "plugins/b.jar")) {
            touch(fijiLatest.resolve(file));
        }
        assertEquals(0, install(fijiLatest).status());
        assertTrue(Files.exists(fijiLatest.resolve("jars/Joint_Attention-0.2.0.jar")));
        Path mac = folder.newFolder("mac").toPath();
        touch(mac.resolve("ImageJ.app/Contents/Java/ij.jar"));
        touch(mac.resolve("plugins/b.jar"));
        assertEquals(0, install(mac).status());
        assertTrue(Files.exists(mac.resolve("plugins/Joint_Attention-0.2.0.jar")));
    }

    @Test
    public void secondTimeChangesNothing() throws Exception {
        install(imagej);
        Path jar = imagej.resolve("plugins/Joint_Attention-0.2.0.jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        Collection<String> before = files(imagej);
        ScriptRun run = install(imagej);
        assertEquals(0, run.status());
        assertEquals(before, files(imagej));
        assertEquals(0, Files.getLastModifiedTime(jar).toMillis());
        assertFalse(run.out(), run.out().matches("(?s).*(added|replaced|removed).*"));
    }

    @Test
    public void upgradeRemovesOnlyOurOlderFiles() throws Exception {
        Build old = Build.fake(folder.newFolder("old").toPath(), "0.1.0")
                .without("imglib2-7.1.5")
                .without("javacpp-1.5.11")
                .library("imglib2-6.0.0")
                .library("javacpp-1.5.10");
        assertEquals(0, install(old, imagej).status());
        touch(imagej.resolve("plugins/Joint_Attention-0.0.9.jar"));
        touch(imagej.resolve("jars/Joint_Attention-0.0.8.jar"));
        touch(imagej.resolve("plugins/Joint_Attention_Helper-1.jar"));
        touch(imagej.resolve("jars/imglib2-roi-0.1.jar"));
        touch(imagej.resolve("models/joint-attention/mine.zip"));
        ScriptRun run = install(imagej);
        assertEquals(run.err(), 0, run.status());
        for (String gone : Arrays.asList(
                "plugins/Joint_Attention-0.1.0.jar",
                "plugins/Joint_Attention-0.0.9.jar",
                "jars/Joint_Attention-0.0.8.jar",
                "jars/imglib2-6.0.0.jar",
                "lib/joint-attention/javacpp-1.5.10.jar")) {
            assertFalse(gone, Files.exists(imagej.resolve(gone)));
            assertLine(run, "removed   " + gone);
        }
        for (String kept : Arrays.asList(
                "plugins/Joint_Attention_Helper-1.jar",
                "jars/imglib2-roi-0.1.jar",
                "jars/imglib2-7.1.5.jar",
                "lib/joint-attention/javacpp-1.5.11.jar",
                "models/joint-attention/mine.zip")) {
            assertTrue(kept, Files.exists(imagej.resolve(kept)));
        }
    }

    @Test
    public void sameVersionBuiltAnewIsReplaced() throws Exception {
        install(fiji);
        Files.writeString(build.folder().resolve("Joint_Attention.jar"), "new");
        assertLine(install(fiji), "replaced  jars/Joint_Attention-0.2.0.jar");
        assertEquals("new", Files.readString(fiji.resolve("jars/Joint_Attention-0.2.0.jar")));
    }

    @Test
    public void jarsOfTheHostsAreNeverRemovedWhateverTheRecordSays() throws Exception {
        install(imagej);
        Path record = imagej.resolve("lib/joint-attention/installed.txt");
        Files.writeString(record, Files.readString(record) + "../build/name\nij.jar\n/etc/hosts\nplugins/../ij.jar\n");
        assertEquals(0, install(imagej).status());
        assertTrue(Files.exists(imagej.resolve("ij.jar")));
        assertTrue(Files.exists(build.folder().resolve("name")));
    }

    @Test
    public void foldersThatAreNoHostAreRefused() throws Exception {
        Path other = folder.newFolder("other", "jars").toPath().getParent().toRealPath();
        ScriptRun run = install(other);
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains(other + " is neither Fiji"));
        assertTrue(run.err(), run.err().contains("Nothing was changed"));
        assertEquals(List.of(), List.copyOf(files(other)));

        run = install(fiji.resolve("plugins"));
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("Did you mean " + fiji + "?"));

        run = install(other.resolve("missing"));
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("there is no folder"));
    }

    @Test
    public void wrongUsageIsToldFromFailure() throws Exception {
        assertEquals(2, script().run().status());
        assertEquals(2, script().run("--fast", fiji).status());
        assertEquals(2, script().run(fiji, imagej).status());
        assertEquals(0, script().run("--help").status());
    }

    @Test
    public void whatCannotBeWrittenLeavesTheHostAsItWas() throws Exception {
        touch(fiji.resolve("lib")); // a file where a folder is needed: stops even an administrator
        assertUntouched("cannot write to " + fiji.resolve("lib"));
    }

    @Test
    public void folderOfSomebodyElsesLeavesTheHostAsItWas() throws Exception {
        File jars = fiji.resolve("jars").toFile();
        assumeTrue(jars.setWritable(false));
        try {
            assumeTrue("an administrator may write anywhere", !Files.isWritable(jars.toPath()));
            assertUntouched("cannot write to " + jars);
        } finally {
            jars.setWritable(true);
        }
    }

    /** A folder in the way of the last library: all others are copied by then, but none is in place. */
    @Test
    public void failureHalfwayLeavesTheHostAsItWas() throws Exception {
        Files.createDirectories(imagej.resolve("jars/gson-2.10.1.jar.new/full"));
        Collection<String> before = files(imagej);
        ScriptRun run = install(imagej);
        assertEquals(1, run.status());
        assertEquals(before, files(imagej));
        assertFalse(Files.exists(imagej.resolve("lib")));
    }

    @Test
    public void missingLibraryIsNamedBeforeAnythingIsCopied() throws Exception {
        Files.delete(build.folder().resolve("gson-2.10.1.jar"));
        Collection<String> before = files(imagej);
        ScriptRun run = install(imagej);
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("gson-2.10.1.jar is missing"));
        assertEquals(before, files(imagej));
    }

    @Test
    public void uninstallLeavesTheHostAsItWasAndTheModels() throws Exception {
        Collection<String> before = files(imagej);
        install(imagej);
        assertEquals(0, script().run("--uninstall", imagej).status());
        assertEquals(before, files(imagej));
        assertFalse(Files.exists(imagej.resolve("lib")));

        install(imagej);
        touch(imagej.resolve("models/joint-attention/mine.zip"));
        ScriptRun run = script().run("--uninstall", imagej);
        assertTrue(run.out(), run.out().contains("Your models stay in"));
        assertTrue(Files.exists(imagej.resolve("models/joint-attention/mine.zip")));
        assertEquals("not installed", 1, script().run("--uninstall", imagej).status());
    }

    @Test
    public void java8IsWarnedOf() throws Exception {
        touch(fiji.resolve("java/linux-amd64/jdk1.8.0_172/bin/java"));
        assertTrue(install(fiji).out().contains("Fiji-Latest"));
    }

    private void assertUntouched(String message) throws Exception {
        Collection<String> before = files(fiji);
        ScriptRun run = install(fiji);
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains(message));
        assertTrue(run.err(), run.err().contains("Nothing was changed"));
        assertEquals(before, files(fiji));
    }

    private static void assertLine(ScriptRun run, String line) {
        assertTrue(run.out(), run.out().contains("\n  " + line + "\n"));
    }

    private ScriptRun install(Path host) throws Exception {
        return install(build, host);
    }

    private ScriptRun install(Build from, Path host) throws Exception {
        return script().with("JOINT_ATTENTION_BUILD", from.folder()).run(host);
    }

    private ScriptRun.Script script() {
        return new ScriptRun.Script(ScriptRun.script("install-into"), build.folder());
    }

    /** Names of all files below a folder. */
    private static Collection<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void touch(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, file.getFileName().toString());
    }
}
