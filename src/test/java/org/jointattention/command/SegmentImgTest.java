package org.jointattention.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.module.Module;

public class SegmentImgTest {
    @ClassRule
    public static final TemporaryFolder TEMPORARY = new TemporaryFolder();

    private static CommandHarness harness;
    private static File grey;
    private static File colour;

    @BeforeClass
    public static void start() {
        harness = new CommandHarness();
        grey = TinyModels.write(TEMPORARY.getRoot().toPath(), 1, 3, 5);
        colour = TinyModels.write(TEMPORARY.getRoot().toPath(), 3, 2, 7);
    }

    @AfterClass
    public static void stop() {
        harness.close();
    }

    private static Module run(Object pixels, File model, String output) {
        return harness.run(
                SegmentImg.class,
                "pixels",
                pixels,
                "modelfile",
                model,
                "output",
                output,
                "threads",
                1,
                "precision",
                "float32");
    }

    @SuppressWarnings("unchecked")
    private static byte[] labels(Module module) {
        Img<UnsignedByteType> labels = (Img<UnsignedByteType>) module.getOutput("labels");
        byte[] values = new byte[(int) labels.size()];
        Cursor<UnsignedByteType> cursor = Views.flatIterable(labels).cursor();
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) cursor.next().get();
        }
        return values;
    }

    private static byte[] labelsOfImagePlus(ImagePlus image, File model) {
        Module module = harness.run(
                SegmentImage.class, "image", image, "modelfile", model, "threads", 1, "precision", "float32");
        return (byte[]) ((ImagePlus) module.getOutput("labels")).getProcessor().getPixels();
    }

    @Test
    public void labelsAreThoseOfTheImagePlus() {
        ByteProcessor plane = TestPictures.discs(44, 36, 1);
        Img<UnsignedByteType> pixels = ArrayImgs.unsignedBytes((byte[]) plane.getPixels(), 44, 36);
        byte[] expected = labelsOfImagePlus(new ImagePlus("x", plane), grey);
        assertArrayEquals(expected, labels(run(pixels, grey, "Labels")));
        assertArrayEquals(expected, labels(run(Views.addDimension(pixels, 0, 0), grey, "Labels")));
        assertArrayEquals(expected, labels(run(Views.translate(pixels, 10, -20), grey, "Labels")));
    }

    @Test
    public void channelsAreTheThirdAxis() {
        ij.process.ColorProcessor rgb = (ij.process.ColorProcessor) TestPictures.plane(4, 24);
        byte[] channels = new byte[3 * 44 * 36];
        for (int c = 0; c < 3; c++) {
            System.arraycopy(rgb.getChannel(c + 1), 0, channels, c * 44 * 36, 44 * 36);
        }
        byte[] expected = labelsOfImagePlus(new ImagePlus("rgb", rgb), colour);
        assertArrayEquals(expected, labels(run(ArrayImgs.unsignedBytes(channels, 44, 36, 3), colour, "Labels")));
    }

    @Test
    @SuppressWarnings("unchecked")
    public void probabilitiesHaveTheClassesLast() {
        Img<UnsignedByteType> pixels =
                ArrayImgs.unsignedBytes((byte[]) TestPictures.discs(44, 36, 1).getPixels(), 44, 36);
        Module both = run(pixels, grey, "Both");
        Img<FloatType> probabilities = (Img<FloatType>) both.getOutput("probabilities");
        assertArrayEquals(new long[] {44, 36, 3}, probabilities.dimensionsAsLongArray());
        byte[] labels = labels(both);
        for (int i = 0; i < labels.length; i++) {
            float sum = 0;
            float chosen = probabilities.getAt(i % 44, i / 44, labels[i]).get();
            for (int c = 0; c < 3; c++) {
                float value = probabilities.getAt(i % 44, i / 44, c).get();
                sum += value;
                assertTrue(value <= chosen);
            }
            assertEquals(1, sum, 1e-5);
        }
        assertNull(run(pixels, grey, "Probabilities").getOutput("labels"));
    }

    @Test
    public void otherAxesAndTypesAreRefused() {
        assertTrue(refusal(ArrayImgs.unsignedBytes(20, 20, 2), grey).contains("[20, 20, 2]"));
        assertTrue(refusal(ArrayImgs.unsignedBytes(20, 20), colour).contains("3 channels"));
        assertTrue(refusal(ArrayImgs.unsignedBytes(20, 20, 1, 4), grey).contains("Views.hyperSlice"));
        assertTrue(refusal(ArrayImgs.argbs(20, 20), colour).contains("argbChannels"));
    }

    private static String refusal(Object pixels, File model) {
        return assertThrows(CommandException.class, () -> run(pixels, model, "Labels"))
                .getMessage();
    }

    /** In a Java of its own, whose class path has no ImageJ 1. */
    @Test
    public void noImageJ1IsNeeded() throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !new File(entry).getName().matches("ij-.*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        new File(System.getProperty("java.home"), "bin/java").getPath(),
                        "-Xmx512m",
                        "-Djava.awt.headless=true",
                        "-Djava.util.prefs.userRoot="
                                + System.getProperty("java.util.prefs.userRoot", "target/preferences"),
                        "-cp",
                        classPath,
                        WithoutImageJ.class.getName(),
                        grey.getPath())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(said, 0, process.waitFor());
        assertTrue(said, said.contains("no ImageJ 1, 36x44 labels"));
    }
}
