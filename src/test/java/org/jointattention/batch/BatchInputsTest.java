package org.jointattention.batch;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jointattention.image.ImageException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class BatchInputsTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path root;
    private Path out;

    @Before
    public void files() throws IOException {
        root = temporary.getRoot().toPath();
        out = root.resolve("out");
        for (String name : List.of(
                "p1/dapi-1.tif",
                "p1/gfp-1.tif",
                "p1/dapi-1_labels.tif",
                "p1/notes.md",
                "p2/dapi-1.tif",
                "p2/deep/dapi-2.tif",
                "p2/.hidden/dapi-3.tif",
                "out/dapi-4.tif")) {
            Files.createDirectories(root.resolve(name).getParent());
            Files.write(root.resolve(name), new byte[1]);
        }
    }

    /** Images and the folders of their results, below the root. */
    private String found(String... inputs) {
        List<String> paths =
                Arrays.stream(inputs).map(input -> root + "/" + input).collect(Collectors.toList());
        return new BatchInputs(out, true)
                .find(paths).stream()
                        .map(file -> name(file.image()) + ">" + name(file.folder()))
                        .collect(Collectors.joining(" "));
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    @Test
    public void foldersKeepTheirSubfolders() {
        assertEquals("p2/dapi-1.tif>out p2/deep/dapi-2.tif>out/deep", found("p2"));
    }

    @Test
    public void patternsKeepWhatIsBelowTheirFirstFolder() {
        assertEquals("p1/dapi-1.tif>out/p1 p2/dapi-1.tif>out/p2", found("p?/dapi-*.tif"));
        assertEquals("p1/dapi-1.tif>out p1/gfp-1.tif>out", found("p1/{dapi,gfp}-[0-9].tif"));
        assertEquals(
                "p1/dapi-1.tif>out/p1 p1/gfp-1.tif>out/p1 p2/dapi-1.tif>out/p2 p2/deep/dapi-2.tif>out/p2/deep",
                found("**"));
    }

    @Test
    public void imagesOfOmeZarrAreOneEach() throws IOException {
        for (String name : List.of("p3/a.ome.zarr", "p3/a_labels.ome.zarr", "p3/deep/b.zarr", "p3/.c.zarr")) {
            Files.createDirectories(root.resolve(name + "/0"));
            Files.write(root.resolve(name + "/.zgroup"), new byte[1]);
            Files.write(root.resolve(name + "/0/thumbnail.png"), new byte[1]);
        }
        assertEquals("p3/a.ome.zarr>out p3/deep/b.zarr>out/deep", found("p3"));
        assertEquals("p3/a.ome.zarr>out", found("p3/a.ome.zarr"));
        assertEquals("p3/a.ome.zarr>out", found("p3/*.zarr"));
        assertEquals("p3/a.ome.zarr>out/p3 p3/deep/b.zarr>out/p3/deep", found("**.zarr"));
        Files.writeString(
                root.resolve("zarr.txt"), root.resolve("p3/deep/b.zarr").toString());
        assertEquals("p3/deep/b.zarr>out", found("zarr.txt"));
        assertEquals(
                List.of(root.resolve("p3/a.ome.zarr")),
                BatchFiles.below(root.resolve("p3"), out, false).stream()
                        .map(BatchFile::image)
                        .collect(Collectors.toList()));
    }

    @Test
    public void listsNameFilesWhateverTheyAre() throws IOException {
        Files.writeString(
                root.resolve("list.txt"),
                "# plates\n\n" + root.resolve("p1/gfp-1.tif") + "\r\n  " + root.resolve("no such.tif") + "\n");
        assertEquals("p1/gfp-1.tif>out no such.tif>out", found("list.txt"));
    }

    @Test
    public void filesNamedTwiceCountOnce() {
        assertEquals("p1/dapi-1.tif>out p1/gfp-1.tif>out", found("p1/dapi-1.tif", "p1"));
    }

    @Test
    public void whatExistsIsNoPattern() throws IOException {
        Files.write(root.resolve("p1/a[1].tif"), new byte[1]);
        assertEquals("p1/a[1].tif>out", found("p1/a[1].tif"));
    }

    @Test
    public void whatIsNotThereIsSaid() throws IOException {
        Files.writeString(root.resolve("empty.txt"), "# nothing\n");
        Files.write(root.resolve("binary.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertRefused("p9", "does not exist");
        assertRefused("p9/*.tif", "does not exist");
        assertRefused("p1/*.bmp", "No image");
        assertRefused("p1/[.tif", "no pattern");
        assertRefused("empty.txt", "names no images");
        assertRefused("binary.txt", "cannot be read");
    }

    private void assertRefused(String input, String words) {
        String message =
                assertThrows(input, ImageException.class, () -> found(input)).getMessage();
        assertTrue(message, message.contains(words));
    }
}
