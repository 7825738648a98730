package org.jointattention.image.zarr;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jointattention.image.ChunkCache;
import org.jointattention.image.ImageException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FolderStoreTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Store store() {
        return new FolderStore(folder.getRoot().toPath().resolve("s"));
    }

    @Test
    public void whatWasWrittenIsThere() {
        Store store = store();
        assertFalse(store.exists("a/b"));
        assertTrue(store.open("a/b").isEmpty());
        assertEquals(List.of(), store.list(""));
        store.write("a/b", new byte[] {1, 2, 3});
        assertTrue(store.exists("a/b"));
        assertFalse(store.exists("a"));
        assertTrue(store.open("a").isEmpty());
        assertArrayEquals(new byte[] {1, 2, 3}, store.read("a/b").orElseThrow());
        try (StoredBytes bytes = store.open("a/b").orElseThrow()) {
            assertEquals(3, bytes.size());
            assertArrayEquals(new byte[] {2}, bytes.read(1, 1));
            assertThrows(ImageException.class, () -> bytes.read(2, 2));
        }
    }

    @Test
    public void keysDoNotLeaveTheStore() {
        for (String key : List.of("../x", "a/../../x", "/etc/passwd", "a//b", "a\\..\\x", "C:/x", ".", "a/", "a\0b")) {
            assertThrows(key, ImageException.class, () -> store().read(key));
            assertThrows(key, ImageException.class, () -> store().write(key, new byte[1]));
        }
        assertEquals(0, folder.getRoot().list().length);
    }

    @Test
    public void whatCannotBeWrittenIsSaid() throws IOException {
        Path file = folder.newFile("s").toPath();
        String message = assertThrows(ImageException.class, () -> store().write("a/b", new byte[1]))
                .getMessage();
        assertTrue(message, message.contains(file.toString()));
        Files.delete(file);
        store().write("a/b/c", new byte[1]);
        message = assertThrows(ImageException.class, () -> store().write("a/b", new byte[1]))
                .getMessage();
        assertTrue(message, message.contains("it is a folder"));
    }

    @Test
    public void aFileIsNoStore() throws IOException {
        folder.newFile("s");
        String message = assertThrows(ImageException.class, () -> OmeZarrImage.open(store(), "", new ChunkCache(1)))
                .getMessage();
        assertTrue(message, message.contains("is a file, but an image of OME-Zarr is a folder"));
    }

    @Test
    public void temporaryFilesAreNotListed() throws IOException {
        store().write("a", new byte[1]);
        folder.getRoot().toPath().resolve("s/.b.123.tmp").toFile().createNewFile();
        assertEquals(List.of("a"), store().list(""));
    }
}
