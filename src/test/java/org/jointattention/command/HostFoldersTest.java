package org.jointattention.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointattention.engine.EngineException;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class HostFoldersTest {
    private static final List<String> PROPERTIES = Arrays.asList(
            "imagej.dir",
            "ij.dir",
            "fiji.dir",
            "plugins.dir",
            HostFolders.LIBRARY_PROPERTY,
            HostFolders.MODELS_PROPERTY);

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final Map<String, String> before = new HashMap<>();
    private Path host;

    @Before
    public void clearProperties() throws IOException {
        PROPERTIES.forEach(name -> before.put(name, System.clearProperty(name)));
        host = folder.newFolder("my host").toPath();
    }

    @After
    public void restoreProperties() {
        before.forEach((name, value) -> {
            System.clearProperty(name);
            if (value != null) {
                System.setProperty(name, value);
            }
        });
    }

    @Test
    public void hostsFolderIsFoundByWhatFijiAndImageJSay() {
        for (String property : Arrays.asList("imagej.dir", "ij.dir", "fiji.dir", "plugins.dir")) {
            System.setProperty(property, host.toString());
            assertEquals(property, host.resolve("lib/joint-attention"), new HostFolders().library());
            assertEquals(property, host.resolve("models/joint-attention"), new HostFolders().models());
            System.clearProperty(property);
        }
    }

    @Test
    public void pluginsFolderItselfMayBeNamed() throws IOException {
        System.setProperty(
                "plugins.dir", Files.createDirectories(host.resolve("plugins")).toString());
        assertEquals(host.resolve("models/joint-attention"), new HostFolders().models());
    }

    @Test
    public void libraryIsThereOnceItsFolderIs() throws IOException {
        System.setProperty("imagej.dir", host.toString());
        assertFalse(new HostFolders().hasLibrary());
        Files.createDirectories(host.resolve("lib/joint-attention"));
        assertTrue(new HostFolders().hasLibrary());
    }

    @Test
    public void folderWithTheLibraryIsPreferred() throws IOException {
        System.setProperty("imagej.dir", folder.newFolder("without").toString());
        System.setProperty("plugins.dir", host.toString());
        Path library = Files.createDirectories(host.resolve("lib/joint-attention"));
        assertEquals(library, new HostFolders().library());
    }

    @Test
    public void classPathsEngineIsTakenWhereNothingIsInstalled() {
        System.setProperty("imagej.dir", host.toString());
        assertNotNull(PluginEngine.get());
    }

    @Test
    public void givenLibraryThatIsMissingIsNamedAndNotReplacedByAnother() {
        System.setProperty(HostFolders.LIBRARY_PROPERTY, host.resolve("missing").toString());
        assertTrue(new HostFolders().hasLibrary());
        String message = assertThrows(EngineException.class, PluginEngine::get).getMessage();
        assertTrue(message, message.contains("there is no folder " + host.resolve("missing")));
        assertTrue(message, message.contains("scripts/install-into"));
    }

    @Test
    public void givenModelsFolderIsTaken() {
        System.setProperty(HostFolders.MODELS_PROPERTY, host.toString());
        assertEquals(host, new HostFolders().models());
    }
}
