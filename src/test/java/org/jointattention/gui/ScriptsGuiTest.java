package org.jointattention.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jointattention.training.Discs;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The worked examples {@code scripts/*.ijm}, with windows and without. */
public class ScriptsGuiTest extends GuiTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private static Path script(String name) {
        return Paths.get("scripts", name + ".ijm").toAbsolutePath();
    }

    private static HeadlessRun run(String name, String argument) throws IOException {
        return HeadlessRun.of(Files.readString(script(name)), argument);
    }

    private File file(String name) {
        return new File(folder.getRoot(), name);
    }

    private File save(ImagePlus image, File file) {
        IJ.saveAs(image, file.getName().endsWith(".png") ? "PNG" : "Tiff", file.getPath());
        assertTrue(file.isFile());
        return file;
    }

    private File stack() {
        ImagePlus part = Nuclei.part();
        ImageStack planes = new ImageStack(part.getWidth(), part.getHeight());
        planes.addSlice(part.getProcessor());
        planes.addSlice(part.getProcessor().duplicate());
        planes.getProcessor(2).flipHorizontal();
        return save(new ImagePlus("a stack", planes), file("a stack.tif"));
    }

    @Test
    public void aStackWithWindowsAndWithout() throws IOException {
        String input = "input=[" + stack() + "] output=[";
        run("segment-stack", input + file("headless.tif") + "]").assertSucceeded();
        replay("runMacro(\"" + script("segment-stack") + "\", \"" + input + file("window.tif") + "]\");");
        ImagePlus labels = IJ.openImage(file("window.tif").getPath());
        assertEquals(2, labels.getStackSize());
        assertTrue(labels.getStatistics().max == 1);
        ImagePlus headless = IJ.openImage(file("headless.tif").getPath());
        for (int plane = 1; plane <= 2; plane++) {
            assertAlike(
                    labels.getStack().getProcessor(plane), headless.getStack().getProcessor(plane));
        }
        run("segment-stack", "").assertFailed();
    }

    /** The scripts leave the precision to the machine, which may choose another one the next time. */
    private static void assertAlike(ImageProcessor expected, ImageProcessor actual) {
        int different = 0;
        for (int i = 0; i < expected.getPixelCount(); i++) {
            different += expected.get(i) == actual.get(i) ? 0 : 1;
        }
        assertTrue(different + " pixels differ", different < 0.01 * expected.getPixelCount());
    }

    @Test
    public void aFolder() throws IOException {
        File images = folder.newFolder("my images", "deep").getParentFile();
        save(Nuclei.part(), new File(images, "one.png"));
        save(Nuclei.part(), new File(images, "deep/two.png"));
        String argument = "source=[" + images + "] destination=[" + file("results") + "]";
        run("segment-folder", argument).assertSucceeded();
        assertTrue(file("results/one_labels.tif").isFile());
        assertTrue(file("results/deep/two_labels.tif").isFile());
        Files.writeString(images.toPath().resolve("broken.png"), "no image");
        String err = run("segment-folder", argument).assertFailed().err();
        assertTrue(err, err.contains("1 of 3 images failed") && err.contains("broken.png"));
    }

    @Test
    public void trainThenSegment() throws IOException {
        File images = folder.newFolder("my images");
        File masks = folder.newFolder("my masks");
        for (int i = 0; i < 4; i++) {
            save(Discs.image("disc", 1, i), new File(images, i + ".png"));
            save(Discs.labels("disc", 1, i), new File(masks, i + ".png"));
        }
        String argument = "images=[" + images + "] masks=[" + masks + "] image=[" + new File(images, "0.png")
                + "] output=[" + file("my labels.tif") + "] model=" + file("discs.zip") + " steps=2";
        String out = run("train-then-segment", argument).assertSucceeded().out();
        String end = "Done after 2 steps";
        assertTrue(out, out.contains(end));
        assertEquals("told once", out.indexOf(end), out.lastIndexOf(end));
        assertTrue(file("discs.zip").isFile());
        assertEquals(40, IJ.openImage(file("my labels.tif").getPath()).getWidth());
    }
}
