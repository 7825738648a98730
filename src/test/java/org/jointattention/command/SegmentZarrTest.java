package org.jointattention.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.concurrent.Future;
import org.jointattention.image.ChunkCache;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.image.zarr.ZarrFormat;
import org.jointattention.segmentation.zarr.ZarrImages;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.Cancelable;
import org.scijava.module.Module;

public class SegmentZarrTest {
    @ClassRule
    public static final TemporaryFolder MODELS = new TemporaryFolder();

    private static CommandHarness harness;
    private static File model;

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path image;
    private Path out;

    @BeforeClass
    public static void start() {
        harness = new CommandHarness();
        model = TinyModels.write(MODELS.getRoot().toPath(), 1, 3, 5);
    }

    @AfterClass
    public static void stop() {
        harness.close();
    }

    @Before
    public void anImage() {
        image = temporary.getRoot().toPath().resolve("cells.ome.zarr");
        out = temporary.getRoot().toPath().resolve("out");
        ZarrImages.write(image, ZarrFormat.V3, 1, 2, 70, 300);
    }

    private Object[] inputs(Object... more) {
        Object[] inputs = {"source", image.toFile(), "modelfile", model, "threads", 1};
        Object[] all = Arrays.copyOf(inputs, inputs.length + more.length);
        System.arraycopy(more, 0, all, inputs.length, more.length);
        return all;
    }

    private Module run(Object... more) {
        return harness.run(SegmentZarr.class, inputs(more));
    }

    private static OmeZarrImage open(Path labels) {
        return OmeZarrImage.open(labels, new ChunkCache(1 << 20));
    }

    @Test
    public void labelsGoToAFolder() throws IOException {
        Path labels = out.resolve("cells_labels.ome.zarr");
        assertEquals(labels.toString(), run("destination", out.toFile()).getOutput("labels"));
        assertEquals(2, open(labels).size(0, 'z'));
        assertEquals(300, open(labels).size(0, 'x'));
        FileTime time = Files.getLastModifiedTime(labels.resolve("zarr.json"));
        run("destination", out.toFile());
        assertEquals("nothing is done twice", time, Files.getLastModifiedTime(labels.resolve("zarr.json")));
    }

    @Test
    public void labelsGoIntoTheImage() {
        Module done = run("within", "cells", "level", 1);
        Path labels = image.resolve("labels/cells");
        assertEquals(labels.toString(), done.getOutput("labels"));
        assertEquals(150, open(labels).size(0, 'x'));
    }

    @Test
    public void itCanBeCancelledAndGoesOn() throws Exception {
        ZarrImages.write(temporary.getRoot().toPath().resolve("large.zarr"), ZarrFormat.V2, 1, 4, 600, 600);
        image = image.resolveSibling("large.zarr");
        Path labels = out.resolve("large_labels.ome.zarr");
        Future<? extends Module> running = harness.start(SegmentZarr.class, inputs("destination", out.toFile()));
        while (!running.isDone() && !Files.exists(labels.resolve("0/0/0/0/0"))) {
            Thread.sleep(2);
        }
        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
        Module cancelled = CommandHarness.await(running);
        IJ.resetEscape();
        assertTrue(((Cancelable) cancelled).isCanceled());
        assertFalse(OmeZarrImage.isComplete(labels));
        FileTime first = Files.getLastModifiedTime(labels.resolve("0/0/0/0/0"));
        run("destination", out.toFile());
        assertTrue(OmeZarrImage.isComplete(labels));
        assertEquals(first, Files.getLastModifiedTime(labels.resolve("0/0/0/0/0")));
    }

    @Test
    public void mistakesAreSaidInWords() {
        assertTrue(refusal("source", new File("")).contains("set source"));
        assertTrue(refusal("source", new File("no/such.zarr")).contains("Choose one that exists"));
        assertTrue(refusal("source", temporary.getRoot()).contains("is no OME-Zarr"));
        assertTrue(refusal("source", image.toFile()).contains("set destination"));
        assertTrue(refusal("within", "cells", "level", 7).contains("There is no resolution 7"));
        assertTrue(refusal("within", "../cells").contains("cannot be called"));
        assertFalse(Files.exists(out));
    }

    private String refusal(Object... inputs) {
        return assertThrows(CommandException.class, () -> run(inputs)).getMessage();
    }
}
