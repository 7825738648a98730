package org.jointattention.files;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AtomicFileTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    private void assertRefused(Path file, AtomicFile.Content content, String... parts) {
        String message = assertThrows(IOException.class, () -> AtomicFile.write(file, content))
                .getMessage();
        for (String part : parts) {
            assertTrue(message, message.contains(part));
        }
    }

    @Test
    public void replacesAndLeavesNothingElse() throws IOException {
        Files.write(file("a.bin"), new byte[10]);
        AtomicFile.write(file("a.bin"), out -> out.write(new byte[] {1, 2, 3}));
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(file("a.bin")));
        assertArrayEquals(new String[] {"a.bin"}, folder.getRoot().list());
    }

    @Test
    public void aFailureKeepsTheFormerFile() throws IOException {
        Files.write(file("a.bin"), new byte[] {1, 2, 3});
        assertRefused(
                file("a.bin"),
                out -> {
                    out.write(new byte[200_000]);
                    throw new IOException("No space left on device");
                },
                file("a.bin").toString(),
                "No space left on device",
                "has room");
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(file("a.bin"), out -> {
                    out.write(new byte[200_000]);
                    throw new IllegalStateException();
                }));
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(file("a.bin")));
        assertArrayEquals(new String[] {"a.bin"}, folder.getRoot().list());
    }

    @Test
    public void onlyWhatNobodyWritesIsLeftOver() throws IOException {
        Path root = folder.getRoot().toPath();
        Path left = Files.createFile(file(".a.bin.01234567-89ab-cdef-0123-456789abcdef.tmp"));
        Path sameFolder =
                Files.createSymbolicLink(folder.newFolder("links").toPath().resolve("link"), root);
        AtomicFile.write(file("a.bin"), out -> {
            AtomicFile.removeLeftovers(sameFolder, file -> true);
            AtomicFile.removeLeftovers(root, file -> true);
            out.write(new byte[] {1, 2, 3});
        });
        assertFalse(Files.exists(left));
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(file("a.bin")));
    }

    @Test
    public void placesThatCannotBeWrittenAreNamed() throws IOException {
        assertRefused(file("none").resolve("a.bin"), out -> {}, "none", "does not exist");
        Files.write(file("plain"), new byte[0]);
        assertRefused(file("plain").resolve("a.bin"), out -> {}, "plain", "does not exist");
        assertRefused(folder.getRoot().toPath(), out -> {}, "is a folder");
    }
}
