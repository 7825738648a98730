package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jointattention.image.ChunkCache;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.image.zarr.ZarrFormat;
import org.jointattention.segmentation.zarr.ZarrImages;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SegmentZarrTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final FakeEngine engine = new FakeEngine();
    private Path image;
    private Path out;

    @Before
    public void anImage() throws IOException {
        image = temporary.newFolder("in").toPath().resolve("cells.ome.zarr");
        out = temporary.getRoot().toPath().resolve("out");
        ZarrImages.write(image, ZarrFormat.V3, 1, 2, 140, 300);
    }

    private CommandRun run(Object... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList("--model", "any", "--out", out.toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(all::add);
        return new CommandRun(new SegmentCommand(() -> engine, CommandRun::model), all.toArray(new String[0]));
    }

    private static OmeZarrImage open(Path labels) {
        return OmeZarrImage.open(labels, new ChunkCache(1 << 20));
    }

    @Test
    public void labelsAreAnImageOfOmeZarr() {
        CommandRun run = run(image);
        assertEquals(run.err(), 0, run.status());
        Path labels = out.resolve("cells_labels.ome.zarr");
        assertEquals(labels.toString(), run.out().trim());
        assertEquals(2, open(labels).size(0, 'z'));
        assertTrue(run.err(), run.err().contains("x=300 y=140 channels=1 slices=2 frames=1"));
        assertTrue(run.err(), run.err().contains("0.08 megapixels"));
        CommandRun again = run(image);
        assertEquals(again.err(), 0, again.status());
        assertTrue(again.err(), again.err().contains("was done before"));
    }

    @Test
    public void labelsCanLieInTheImage() {
        CommandRun run = run("--within", "nuclei", "--level", "1", image);
        assertEquals(run.err(), 0, run.status());
        assertEquals(150, open(image.resolve("labels/nuclei")).size(0, 'x'));
        assertFalse(Files.exists(out.resolve("cells_labels.ome.zarr")));
    }

    @Test
    public void whatDoesNotFitIsWrongUsage() {
        Path file = CommandRun.square(image.resolveSibling("a.png"), 300, 30, 200);
        assertEquals(2, run(image, file).status());
        assertEquals(2, run("--overlay", image).status());
        assertEquals(2, run("--output", "both", image).status());
        assertEquals(2, run("--level", "1", file).status());
        Path other = image.resolveSibling("cells.zarr");
        ZarrImages.write(other, ZarrFormat.V2, 1, 1, 20, 20);
        CommandRun run = run(image, other);
        assertEquals(2, run.status());
        assertTrue(run.err(), run.err().contains("have the same name"));
        assertFalse(Files.exists(out));
    }

    @Test
    public void oneThatFailsDoesNotKeepTheOthers() throws IOException {
        Path broken = image.resolveSibling("broken.zarr");
        ZarrImages.write(broken, ZarrFormat.V2, 1, 1, 20, 20);
        Files.write(broken.resolve("0/.zarray"), new byte[] {1, 2, 3});
        CommandRun run = run(broken, image);
        assertEquals(run.err(), 1, run.status());
        assertTrue(run.err(), run.err().contains("broken.zarr"));
        assertEquals(out.resolve("cells_labels.ome.zarr").toString(), run.out().trim());
    }
}
