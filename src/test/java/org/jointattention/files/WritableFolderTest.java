package org.jointattention.files;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WritableFolderTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path path(String name) {
        return temporary.getRoot().toPath().resolve(name);
    }

    @Test
    public void aFolderIsMadeWithThoseAboveIt() throws IOException {
        WritableFolder.prepare(path("a/b"));
        assertTrue(Files.isDirectory(path("a/b")));
        assertEquals(path("a/b"), WritableFolder.require(path("a/b"), UncheckedIOException::new));
    }

    @Test
    public void whyItCannotBeIsSaid() throws IOException {
        Files.createFile(path("file"));
        IOException file = assertThrows(IOException.class, () -> WritableFolder.prepare(path("file")));
        assertEquals(path("file") + " is a file: name a folder.", file.getMessage());
        IOException below = assertThrows(IOException.class, () -> WritableFolder.prepare(path("file/below")));
        assertTrue(below.getMessage(), below.getMessage().startsWith("The folder " + path("file/below") + " cannot"));
    }

    @Test
    public void theCallerChoosesTheException() throws IOException {
        Files.createFile(path("file"));
        UncheckedIOException failure = assertThrows(
                UncheckedIOException.class,
                () -> WritableFolder.require(
                        path("file"), (why, cause) -> new UncheckedIOException("No place: " + why, cause)));
        assertEquals("No place: " + path("file") + " is a file: name a folder.", failure.getMessage());
        assertEquals(
                path("file") + " is a file: name a folder.", failure.getCause().getMessage());
    }
}
