package org.jointattention.comparison;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DataChecksumTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path folder(String name) throws IOException {
        return Files.createDirectories(temporary.getRoot().toPath().resolve(name));
    }

    private static String sum(Path... folders) {
        return new DataChecksum(List.of(folders)).compute();
    }

    @Test
    public void isOfNamesAndBytesWhereverTheyLie() throws IOException {
        Path a = folder("a");
        Files.writeString(a.resolve("one.png"), "first");
        Files.writeString(a.resolve("two.png"), "second");
        String sum = sum(a);
        assertEquals(64, sum.length());
        Path b = folder("b");
        Files.copy(a.resolve("two.png"), b.resolve("two.png"));
        assertNotEquals(sum, sum(b));
        Files.copy(a.resolve("one.png"), b.resolve("one.png"));
        Files.writeString(b.resolve("notes.txt"), "no image");
        assertEquals(sum, sum(b));
        Files.move(b.resolve("two.png"), b.resolve("three.png"));
        assertNotEquals("renamed", sum, sum(b));
        Files.writeString(a.resolve("two.png"), "secone");
        assertNotEquals("edited, as long as before", sum, sum(a));
    }

    @Test
    public void tellsFoldersApart() throws IOException {
        Path a = folder("a");
        Path b = folder("b");
        Files.writeString(a.resolve("one.png"), "x");
        assertNotEquals(sum(a, b), sum(b, a));
    }

    /** As macOS and others write it. */
    @Test
    public void namesAreTheSameComposedAndDecomposed() throws IOException {
        String name = "zell\u00e4.png";
        Files.writeString(folder("a").resolve(name), "x");
        Files.writeString(folder("b").resolve(Normalizer.normalize(name, Normalizer.Form.NFD)), "x");
        assertEquals(sum(folder("a")), sum(folder("b")));
    }

    @Test
    public void foldersMayBeMissing() throws IOException {
        Path missing = temporary.getRoot().toPath().resolve("missing");
        assertTrue(new DataChecksum(List.of(folder("a"))).isThere());
        DataChecksum checksum = new DataChecksum(List.of(folder("a"), missing));
        assertFalse(checksum.isThere());
        String message =
                assertThrows(ComparisonException.class, checksum::compute).getMessage();
        assertTrue(message, message.contains(missing.toString()));
    }
}
