package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.Test;

public class ImagePlanesTest {
    private static final int W = 3;
    private static final int H = 2;

    static ImageProcessor gradient(int bits, int offset) {
        ImageProcessor processor = new FloatProcessor(W, H);
        for (int i = 0; i < W * H; i++) {
            processor.setf(i, offset + i);
        }
        return bits == 8 ? processor.convertToByte(false) : bits == 16 ? processor.convertToShort(false) : processor;
    }

    private static ImagePlus stack(int bits, int planes) {
        ImageStack stack = new ImageStack(W, H);
        for (int i = 0; i < planes; i++) {
            stack.addSlice("plane " + i, gradient(bits, 10 * i));
        }
        return new ImagePlus("stack.tif", stack);
    }

    private static void assertViewEqualsCopy(ImagePlanes planes, int index) {
        FloatPlane copy = planes.read(index);
        RandomAccessibleInterval<FloatType> view = planes.plane(index);
        assertArrayEquals(
                new long[] {planes.width(), planes.height(), planes.channels()}, view.dimensionsAsLongArray());
        RandomAccess<FloatType> access = view.randomAccess();
        for (int c = 0; c < copy.channels(); c++) {
            for (int y = 0; y < copy.height(); y++) {
                for (int x = 0; x < copy.width(); x++) {
                    float value = access.setPositionAndGet(x, y, c).get();
                    assertEquals(copy.get(x, y, c), value, 0);
                }
            }
        }
    }

    @Test
    public void everyBitDepthHasTheSameValuesInViewAndCopy() {
        for (int bits : new int[] {8, 16, 32}) {
            ImagePlanes planes = ImagePlanes.of(stack(bits, 3));
            assertEquals(3, planes.count());
            assertEquals(1, planes.channels());
            for (int i = 0; i < 3; i++) {
                assertEquals(10 * i + 5, planes.read(i).get(2, 1, 0), 0);
                assertViewEqualsCopy(planes, i);
            }
        }
    }

    @Test
    public void unsignedValuesStayLarge() {
        ImagePlus bytes = new ImagePlus("b", gradient(8, 250));
        ImagePlus shorts = new ImagePlus("s", gradient(16, 65530));
        assertEquals(255, ImagePlanes.of(bytes).read(0).get(2, 1, 0), 0);
        assertEquals(65535, ImagePlanes.of(shorts).read(0).get(2, 1, 0), 0);
        assertViewEqualsCopy(ImagePlanes.of(shorts), 0);
    }

    @Test
    public void viewsShareThePixels() {
        ImagePlus image = stack(16, 2);
        RandomAccessibleInterval<FloatType> view = ImagePlanes.of(image).plane(1);
        image.getStack().getProcessor(2).set(1, 1, 777);
        assertEquals(777, view.getAt(1, 1, 0).get(), 0);
    }

    @Test
    public void rgbIsThreeChannels() {
        ImageStack stack = new ImageStack(W, H);
        for (int i = 0; i < 2; i++) {
            ColorProcessor processor = new ColorProcessor(W, H);
            processor.set(1, 1, 0x0a141e + i);
            stack.addSlice(processor);
        }
        ImagePlanes planes = ImagePlanes.of(new ImagePlus("rgb", stack), 3);
        assertEquals(2, planes.count());
        assertEquals(10, planes.read(1).get(1, 1, 0), 0);
        assertEquals(20, planes.read(1).get(1, 1, 1), 0);
        assertEquals(31, planes.read(1).get(1, 1, 2), 0);
        assertViewEqualsCopy(planes, 0);
        assertViewEqualsCopy(planes, 1);
        assertEquals("x=3 y=2 channels=3 (RGB) slices=2 frames=1: 2 images of 3 channels", planes.mapping());
    }

    @Test
    public void displayLutDoesNotCount() {
        ImageProcessor processor = gradient(8, 250);
        processor.setLut(LUT.createLutFromColor(Color.red));
        assertEquals(
                255, ImagePlanes.of(new ImagePlus("red", processor), 1).read(0).get(2, 1, 0), 0);
        assertRefused(new ImagePlus("red", processor), 3, "RGB Color");
    }

    @Test
    public void numbersOfColoursAreRgbOrRefused() {
        ImageProcessor processor = gradient(8, 250);
        processor.setLut(LabelLut.of(Collections.emptyList()));
        ImagePlus image = new ImagePlus("palette.png", processor);
        image.setTypeToColor256();
        ImagePlanes rgb = ImagePlanes.of(image, 3);
        int colour = LabelLut.colour(255);
        assertEquals(colour >> 16, rgb.read(0).get(2, 1, 0), 0);
        assertEquals(colour >> 8 & 0xff, rgb.read(0).get(2, 1, 1), 0);
        assertViewEqualsCopy(rgb, 0);
        assertRefused(image, 1, "palette.png", "8-bit colour", "Lookup Tables > Grays");
        assertEquals(3, ImagePlanes.of(image).channels());
        image.getProcessor().setLut(LUT.createLutFromColor(Color.white));
        assertEquals(1, ImagePlanes.of(image, 1).channels());
    }

    @Test
    public void onePixelIsAnImage() {
        ImagePlanes planes = ImagePlanes.of(new ImagePlus("dot", new ByteProcessor(1, 1, new byte[] {7})));
        assertEquals("x=1 y=1 channels=1 slices=1 frames=1: 1 image of 1 channel", planes.mapping());
        assertEquals("", planes.label(0));
        assertEquals(7, planes.read(0).get(0, 0, 0), 0);
        assertViewEqualsCopy(planes, 0);
    }

    @Test
    public void indexOutsideIsRefused() {
        ImagePlanes planes = ImagePlanes.of(stack(8, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> planes.read(2));
        assertThrows(IndexOutOfBoundsException.class, () -> planes.label(-1));
    }

    private static void assertRefused(ImagePlus image, int expected, String... parts) {
        String message = assertThrows(ImageException.class, () -> ImagePlanes.of(image, expected))
                .getMessage();
        for (String part : parts) {
            assertTrue(message, message.contains(part));
        }
    }

    @Test
    public void wrongChannelCountsAreRefusedWithTheMappingAndARemedy() {
        ImagePlus channels = stack(8, 6);
        channels.setDimensions(3, 2, 1);
        assertRefused(channels, 1, "stack.tif", "channels=3 slices=2 frames=1", "1 channel is needed", "Duplicate");
        assertRefused(stack(8, 1), 3, "1 image of 1 channel", "3 channels are needed", "RGB Color");
        assertRefused(stack(8, 3), 3, "slices=3", "3 slices were taken as separate images", "Re-order Hyperstack");
        ImagePlus frames = stack(8, 4);
        frames.setDimensions(1, 1, 4);
        assertRefused(frames, 4, "frames=4", "4 frames were taken as separate images");
        ColorProcessor red = new ColorProcessor(2, 2);
        red.set(3, 0xff0000);
        assertRefused(new ImagePlus("rgb", red), 1, "(RGB)", "Image > Type > 8-bit");
        assertRefused(channels, 5, "5 channels are needed", "Merge Channels");
    }

    @Test
    public void threeEqualChannelsAreOneWhereOneIsExpected() {
        ColorProcessor grey = new ColorProcessor(W, H);
        for (int i = 0; i < W * H; i++) {
            grey.set(i, i * 0x10101);
        }
        ImagePlanes one = ImagePlanes.of(new ImagePlus("grey", grey), 1);
        assertEquals(1, one.channels());
        assertEquals(W + 2, one.read(0).get(2, 1, 0), 0);
        assertViewEqualsCopy(one, 0);
        assertEquals(3, ImagePlanes.of(new ImagePlus("grey", grey), 3).channels());
        ImageStack deep = new ImageStack(W, H);
        for (int i = 0; i < 6; i++) {
            deep.addSlice(new ShortProcessor(W, H));
            deep.getProcessor(i + 1).set(5, 1000 + i / 3);
        }
        ImagePlus composite = new ImagePlus("deep", deep);
        composite.setDimensions(3, 2, 1);
        ImagePlanes planes = ImagePlanes.of(composite, 1);
        assertEquals(2, planes.count());
        assertEquals(1001, planes.read(1).values()[5], 0);
        assertViewEqualsCopy(planes, 1);
        deep.getProcessor(6).set(0, 1);
        assertRefused(composite, 1, "channels=3");
    }

    @Test
    public void rgbWithChannelsIsRefused() {
        ImageStack stack = new ImageStack(W, H);
        stack.addSlice(new ColorProcessor(W, H));
        stack.addSlice(new ColorProcessor(W, H));
        ImagePlus image = new ImagePlus("odd", stack);
        image.setDimensions(2, 1, 1);
        String message =
                assertThrows(ImageException.class, () -> ImagePlanes.of(image)).getMessage();
        assertTrue(message, message.contains("2 channels of RGB"));
    }

    @Test
    public void emptyImageIsRefused() {
        assertThrows(ImageException.class, () -> ImagePlanes.of(new ImagePlus()));
    }

    /** A virtual stack that counts its reads and notices two at once. */
    private static final class CountingStack extends VirtualStack {
        private final AtomicInteger inside = new AtomicInteger();
        private final List<Integer> reads = new ArrayList<>();
        private boolean overlapped;

        CountingStack(int planes) {
            super(W, H, null, "");
            for (int i = 0; i < planes; i++) {
                addSlice("p" + i);
            }
            setBitDepth(16);
        }

        @Override
        public ImageProcessor getProcessor(int n) {
            overlapped |= inside.incrementAndGet() > 1;
            reads.add(n);
            ImageProcessor processor = gradient(16, 10 * (n - 1));
            inside.decrementAndGet();
            return processor;
        }
    }

    @Test
    public void virtualStacksAreReadOnDemandOnceAndOneAtATime() {
        CountingStack stack = new CountingStack(6);
        ImagePlus image = new ImagePlus("virtual", stack);
        image.setDimensions(2, 3, 1);
        stack.reads.clear();
        ImagePlanes planes = ImagePlanes.of(image, 2);
        planes.plane(2);
        assertTrue(stack.reads.isEmpty());
        assertViewEqualsCopy(planes, 1);
        assertEquals(20, planes.read(1).get(0, 0, 0), 0);
        assertEquals(30, planes.read(1).get(0, 0, 1), 0);
        assertEquals(2, stack.reads.size());
        IntStream.range(0, 30).parallel().forEach(i -> planes.read(i % 3));
        assertFalse(stack.overlapped);
        assertEquals(6, stack.reads.size());
    }

    @Test
    public void virtualPlaneOfAnotherTypeIsRefused() {
        VirtualStack stack = new VirtualStack(W, H, null, "") {
            @Override
            public ImageProcessor getProcessor(int n) {
                return gradient(n == 1 ? 8 : 16, 0);
            }
        };
        stack.addSlice("a");
        stack.addSlice("b");
        stack.setBitDepth(8);
        ImagePlanes planes = ImagePlanes.of(new ImagePlus("mixed", stack));
        planes.read(0);
        String message =
                assertThrows(ImageException.class, () -> planes.read(1)).getMessage();
        assertTrue(message, message.contains("Slice 2 of \"mixed\""));
    }
}
