package org.jointattention.engine;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LibraryFolderTest {
    private static final Platform LINUX = new Platform("Linux", "amd64", false, true);
    private static final String MEND = "scripts/install-into";

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final LibraryVersion version = new LibraryVersion();
    private Path folder;

    @Before
    public void fill() throws IOException {
        folder = temporary.newFolder("lib", "joint attention").toPath();
        artifact("tensorflow-core-api", version.jars());
        artifact("tensorflow-core-native", version.jars());
        jar("ndarray.jar", "org/tensorflow/ndarray/NdArray.class", "");
        jar("javacpp.jar", "org/bytedeco/javacpp/Loader.class", "");
        jar("protobuf-java.jar", "com/google/protobuf/Message.class", "");
        natives("linux-x86_64");
    }

    @Test
    public void completeFolderGivesItsJars() throws IOException {
        Files.writeString(folder.resolve("installed.txt"), "not a jar");
        assertEquals(6, jars().size());
    }

    @Test
    public void realJarsAreAccepted() throws IOException {
        Path real = TestClassPath.linkTensorFlow(temporary.newFolder().toPath());
        assertEquals(
                TestClassPath.tensorFlow().size(),
                new LibraryFolder(real).jars(Platform.here(), version).size());
    }

    @Test
    public void gpuNativesAreNativesOfTheirPlatform() throws IOException {
        Files.delete(folder.resolve("natives.jar"));
        natives("linux-x86_64-gpu");
        assertEquals(6, jars().size());
    }

    @Test
    public void missingFolder() {
        folder = folder.resolve("missing");
        assertRefused("TensorFlow is not installed: there is no folder " + folder, MEND);
    }

    @Test
    public void fileInPlaceOfTheFolder() throws IOException {
        folder = Files.createFile(folder.resolve("file"));
        assertRefused("is a file", MEND);
    }

    @Test
    public void emptyFolder() throws IOException {
        folder = temporary.newFolder("empty").toPath();
        assertRefused("TensorFlow is not installed: the folder " + folder + " has no jars", MEND);
    }

    @Test
    public void everyMissingJarIsNamed() throws IOException {
        for (String name : Arrays.asList("tensorflow-core-api", "ndarray", "javacpp", "protobuf-java")) {
            Path jar = folder.resolve(name + ".jar");
            byte[] kept = Files.readAllBytes(jar);
            Files.delete(jar);
            assertRefused("lacks the jar of " + name + ".", MEND);
            Files.write(jar, kept);
        }
        jars();
    }

    @Test
    public void otherVersionsAreRefusedWithTheOneThatIsNeeded() throws IOException {
        artifact("tensorflow-core-api", "1.0.0");
        assertRefused("tensorflow-core-api 1.0.0", "needs TensorFlow Java " + version.jars());
    }

    @Test
    public void tensorFlow1IsRefused() throws IOException {
        artifact("libtensorflow", "1.15.0");
        assertRefused("libtensorflow 1.15.0", MEND);
    }

    @Test
    public void twoVersionsAreRefused() throws IOException {
        jar("another.jar", pom("tensorflow-core-native"), "version=1.0.0\n");
        assertRefused("holds tensorflow-core-native 1.0.0, tensorflow-core-native " + version.jars(), "alone");
    }

    @Test
    public void nativesOfOtherPlatformsAreNamed() throws IOException {
        Files.delete(folder.resolve("natives.jar"));
        assertRefused("has no natives of TensorFlow", "linux-x86_64", "on this computer");
        natives("windows-x86_64");
        assertRefused("has natives for windows-x86_64", "needs those for linux-x86_64", "on this computer");
    }

    @Test
    public void brokenJarsAreNamed() throws IOException {
        Path jar = folder.resolve("javacpp.jar");
        byte[] whole = Files.readAllBytes(jar);
        for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
            Files.write(jar, Arrays.copyOf(whole, length));
            assertRefused("The file " + jar + " is broken", MEND);
        }
    }

    @Test
    public void brokenVersionIsNamed() throws IOException {
        artifact("tensorflow-core-api", "");
        assertRefused("needs TensorFlow Java");
    }

    @Test
    public void mendedFolderIsReadAgain() throws IOException {
        LibraryFolder same = new LibraryFolder(folder);
        artifact("tensorflow-core-api", "1.0.0");
        assertThrows(EngineException.class, () -> same.jars(LINUX, version));
        artifact("tensorflow-core-api", version.jars());
        assertEquals(6, same.jars(LINUX, version).size());
    }

    private List<Path> jars() {
        return new LibraryFolder(folder).jars(LINUX, version);
    }

    private void assertRefused(String... parts) {
        String message = assertThrows(EngineException.class, this::jars).getMessage();
        for (String part : parts) {
            assertTrue(message, message.contains(part));
        }
    }

    private void artifact(String name, String value) throws IOException {
        jar(name + ".jar", pom(name), "artifactId=" + name + "\nversion=" + value + "\n");
    }

    private static String pom(String artifact) {
        return "META-INF/maven/org.tensorflow/" + artifact + "/pom.properties";
    }

    private void natives(String platform) throws IOException {
        String file = platform.startsWith("windows") ? "jnitensorflow.dll" : "libjnitensorflow.so";
        jar("natives.jar", "org/tensorflow/internal/c_api/" + platform + "/" + file, "");
    }

    private void jar(String name, String entry, String text) throws IOException {
        Jars.of(folder.resolve(name), Map.of(entry, text));
    }
}
