package org.jointattention.files;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CsvFileTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path file(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    @Test
    public void quotesWhatNeedsQuotes() throws IOException {
        List<String> record = Arrays.asList("plain", "a,b", "say \"x\"", "two\nlines", "", " \u00b5m ");
        new CsvFile(file("t.csv")).write(Collections.singletonList(record));
        assertEquals("plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",, \u00b5m \r\n", text(file("t.csv")));
        assertEquals(Collections.singletonList(record), Csv.lines(text(file("t.csv"))));
    }

    @Test
    public void replacesTheFileAndLeavesNothingElse() throws IOException {
        Files.write(file("t.csv"), "old".getBytes(StandardCharsets.UTF_8));
        new CsvFile(file("t.csv")).write(Collections.singletonList(Arrays.asList("a", "b")));
        assertEquals("a,b\r\n", text(file("t.csv")));
        assertArrayEquals(new String[] {"t.csv"}, folder.getRoot().list());
    }

    @Test
    public void makesTheFolder() throws IOException {
        new CsvFile(file("new/deep/t.csv")).write(Collections.singletonList(Collections.singletonList("a")));
        assertEquals("a\r\n", text(file("new/deep/t.csv")));
    }

    @Test
    public void readsWhatItWrote() {
        List<List<String>> records = Arrays.asList(
                Arrays.asList("plain", "a,b", "say \"x\"", "two\r\nlines", "", " \u00b5m "),
                Arrays.asList("", "", ""),
                Arrays.asList("last", ""));
        new CsvFile(file("t.csv")).write(records);
        assertEquals(records, new CsvFile(file("t.csv")).read());
    }

    @Test
    public void readsWhatOtherProgramsWrite() throws IOException {
        Files.writeString(file("t.csv"), "a,b\n\"1\",\n,2\n3,4");
        assertEquals(
                Arrays.asList(
                        Arrays.asList("a", "b"),
                        Arrays.asList("1", ""),
                        Arrays.asList("", "2"),
                        Arrays.asList("3", "4")),
                new CsvFile(file("t.csv")).read());
    }

    @Test
    public void saysWhichTableCannotBeRead() throws IOException {
        Files.writeString(file("cut.csv"), "a,\"b");
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> new CsvFile(file("cut.csv")).read());
        assertTrue(
                e.getMessage(),
                e.getMessage().contains("cut.csv") && e.getMessage().contains("quotes"));
        e = assertThrows(UncheckedIOException.class, () -> new CsvFile(file("none.csv")).read());
        assertTrue(e.getMessage(), e.getMessage().contains("none.csv"));
    }

    @Test
    public void saysWhatIsWrongWithThePlace() throws IOException {
        UncheckedIOException e = assertThrows(
                UncheckedIOException.class, () -> new CsvFile(folder.getRoot().toPath()).prepare());
        assertTrue(e.getMessage(), e.getMessage().contains("is a folder"));
        Files.write(file("plain"), new byte[0]);
        e = assertThrows(UncheckedIOException.class, () -> new CsvFile(file("plain/t.csv")).prepare());
        assertTrue(e.getMessage(), e.getMessage().contains(file("plain/t.csv").toString()));
    }
}
