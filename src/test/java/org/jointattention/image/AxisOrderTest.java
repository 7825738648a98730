package org.jointattention.image;

import static org.junit.Assert.assertEquals;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.HyperStackConverter;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Every order and every size of channels, slices and frames, in memory and from files. */
public class AxisOrderTest {
    private static final String[] ORDERS = {"xyczt", "xyctz", "xyzct", "xyztc", "xytcz", "xytzc"};

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    /** A plain stack whose planes lie in the given order; each pixel says which c, z, t it belongs to. */
    private static ImagePlus plainStack(String order, int c, int z, int t) {
        ImageStack stack = new ImageStack(2, 2);
        int[] sizes = new int[3];
        for (int i = 0; i < 3; i++) {
            sizes[i] = size(order.charAt(i + 2), c, z, t);
        }
        for (int i = 0; i < c * z * t; i++) {
            int[] position = {i % sizes[0], i / sizes[0] % sizes[1], i / sizes[0] / sizes[1]};
            int value = 0;
            for (int k = 0; k < 3; k++) {
                value += size(order.charAt(k + 2), 1, 10, 100) * (position[k] + 1);
            }
            ByteProcessor processor = new ByteProcessor(2, 2);
            processor.set(1, 0, value % 256);
            stack.addSlice(processor);
        }
        return new ImagePlus("hyper.tif", stack);
    }

    private static int size(char axis, int c, int z, int t) {
        return axis == 'c' ? c : axis == 'z' ? z : t;
    }

    private static ImagePlus hyperstack(String order, int c, int z, int t) {
        ImagePlus plain = plainStack(order, c, z, t);
        if (c * z * t == 1) {
            return plain;
        }
        return HyperStackConverter.toHyperStack(plain, c, z, t, order, "grayscale");
    }

    private static void assertMapped(ImagePlus image, int c, int z, int t) {
        ImagePlanes planes = ImagePlanes.of(image, c);
        assertEquals(z * t, planes.count());
        for (int i = 0; i < planes.count(); i++) {
            int slice = i % z + 1;
            int frame = i / z + 1;
            String expected = ((z > 1 ? "z=" + slice : "") + " " + (t > 1 ? "t=" + frame : "")).trim();
            assertEquals(expected, planes.label(i));
            for (int k = 0; k < c; k++) {
                int value = (100 * frame + 10 * slice + k + 1) % 256;
                assertEquals(value, planes.read(i).get(1, 0, k), 0);
                assertEquals(value, planes.plane(i).getAt(1, 0, k).get(), 0);
            }
        }
    }

    @Test
    public void everyStackOrderIsMapped() {
        for (String order : ORDERS) {
            for (int i = 0; i < 27; i++) {
                int c = i % 3 + 1;
                int z = i / 3 % 3 + 1;
                int t = i / 9 + 1;
                assertMapped(hyperstack(order, c, z, t), c, z, t);
            }
        }
    }

    @Test
    public void everySizeSurvivesFiles() throws IOException {
        Path file = folder.getRoot().toPath().resolve("hyper.tif");
        for (int i = 0; i < 27; i++) {
            int c = i % 3 + 1;
            int z = i / 3 % 3 + 1;
            int t = i / 9 + 1;
            ImageFiles.saveTiff(hyperstack("xyzct", c, z, t), file);
            assertMapped(ImageFiles.open(file), c, z, t);
            assertMapped(ImageFiles.openVirtual(file), c, z, t);
        }
    }

    @Test
    public void compositesAreMappedToo() {
        ImagePlus image = hyperstack("xyczt", 3, 2, 2);
        assertMapped(new CompositeImage(image, CompositeImage.COMPOSITE), 3, 2, 2);
    }

    @Test
    public void plainStackIsSlices() {
        assertMapped(plainStack("xyczt", 1, 5, 1), 1, 5, 1);
    }
}
