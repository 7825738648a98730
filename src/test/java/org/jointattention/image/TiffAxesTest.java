package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TiffAxesTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path path(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    private static String ome(String order, int channels, int slices, int frames) {
        return "<?xml version=\"1.0\"?><OME><Image ID=\"Image:0\"><Pixels ID=\"Pixels:0\" DimensionOrder=\"" + order
                + "\" SizeX=\"8\" SizeY=\"8\" SizeC=\"" + channels + "\" SizeZ=\"" + slices + "\" SizeT=\"" + frames
                + "\" Type=\"uint8\"/></Image></OME>";
    }

    @Test
    public void omeAxesCountInEveryOrder() throws IOException {
        int[] sizes = {2, 3, 4};
        for (String order : new String[] {"XYCZT", "XYCTZ", "XYZCT", "XYZTC", "XYTCZ", "XYTZC"}) {
            Path file = TiffPages.write(path("a.ome.tif"), 24, ome(order, 2, 3, 4));
            for (ImagePlus image : new ImagePlus[] {ImageFiles.open(file), ImageFiles.openVirtual(file)}) {
                assertArrayEquals(order, new int[] {8, 8, 2, 3, 4}, image.getDimensions());
                for (int i = 0; i < 24; i++) {
                    int[] position = {i % 2, i / 2 % 3, i / 6};
                    int page = 0;
                    for (int axis = 4; axis >= 2; axis--) {
                        int index = "CZT".indexOf(order.charAt(axis));
                        page = page * sizes[index] + position[index];
                    }
                    int at = image.getStackIndex(position[0] + 1, position[1] + 1, position[2] + 1);
                    assertEquals(
                            order, page + 1, image.getStack().getProcessor(at).get(0));
                }
            }
        }
    }

    @Test
    public void omeAxesThatDoNotMakeUpThePagesAreRefused() throws IOException {
        Path file = TiffPages.write(path("a.ome.tif"), 6, ome("XYZCT", 2, 2, 1));
        String message =
                assertThrows(ImageException.class, () -> ImageFiles.open(file)).getMessage();
        assertTrue(message, message.contains("channels=2 slices=2 frames=1 in the order XYZCT, but it has 6 pages"));
        TiffPages.write(file, 1, ome("XYZCT", 2, 2, 1));
        assertEquals(1, ImageFiles.open(file).getStackSize());
    }

    @Test
    public void oddNumbersInADescriptionAreIgnored() throws IOException {
        ImageStack stack = new ImageStack(9, 7);
        for (int i = 0; i < 4; i++) {
            stack.addSlice(new ByteProcessor(9, 7));
        }
        ImagePlus image = new ImagePlus("t", stack);
        image.setDimensions(1, 2, 2);
        for (String value : new String[] {"x", "-", "9"}) {
            ImageFiles.saveTiff(image, path("odd.tif"));
            String text = new String(Files.readAllBytes(path("odd.tif")), StandardCharsets.ISO_8859_1);
            String odd = text.replace("slices=2", "slices=" + value);
            assertTrue(!odd.equals(text));
            Files.write(path("odd.tif"), odd.getBytes(StandardCharsets.ISO_8859_1));
            ImagePlus open = ImageFiles.open(path("odd.tif"));
            ImagePlus virtual = ImageFiles.openVirtual(path("odd.tif"));
            assertEquals(4, virtual.getStackSize());
            assertArrayEquals(value, open.getDimensions(), virtual.getDimensions());
        }
    }

    @Test
    public void masksOfOneBitHoldZeroAndOne() throws IOException {
        BufferedImage bits = new BufferedImage(11, 3, BufferedImage.TYPE_BYTE_BINARY);
        bits.getRaster().setSample(9, 1, 0, 1);
        Path file = TiffSamples.write(path("bits.tif"), bits, null, false);
        LabelPlane labels = ImageFiles.openLabels(file).get(0);
        assertEquals(1, labels.get(9, 1));
        assertEquals(1, labels.max());
        assertEquals(0, labels.get(8, 1));
    }
}
