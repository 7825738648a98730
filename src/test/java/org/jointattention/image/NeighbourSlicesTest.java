package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import java.util.List;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TileSpec;
import org.junit.Test;

public class NeighbourSlicesTest {
    /** One pixel of two channels that say which plane it is. */
    private static FloatPlane plane(int index) {
        return new FloatPlane(1, 1, 2, new float[] {index, index + 0.5f});
    }

    private static float[] seen(int index, int slices, int seen) {
        FloatPlane stacked = NeighbourSlices.of(NeighbourSlicesTest::plane, index, slices, seen);
        assertEquals(2 * seen, stacked.channels());
        return stacked.values();
    }

    @Test
    public void theLowestSliceComesFirstWithAllItsChannels() {
        assertArrayEquals(new float[] {1, 1.5f, 2, 2.5f, 3, 3.5f}, seen(2, 6, 3), 0);
        assertArrayEquals(new float[] {0, .5f, 1, 1.5f, 2, 2.5f, 3, 3.5f, 4, 4.5f}, seen(2, 6, 5), 0);
    }

    @Test
    public void theEndsAreRepeatedAndFramesNotMixed() {
        assertArrayEquals(new float[] {0, .5f, 0, .5f, 1, 1.5f}, seen(0, 3, 3), 0);
        assertArrayEquals(new float[] {1, 1.5f, 2, 2.5f, 2, 2.5f}, seen(2, 3, 3), 0);
        // Index 3 is the first slice of the second frame.
        assertArrayEquals(new float[] {3, 3.5f, 3, 3.5f, 4, 4.5f}, seen(3, 3, 3), 0);
        assertArrayEquals(new float[] {3, 3.5f, 3, 3.5f, 4, 4.5f, 5, 5.5f, 5, 5.5f}, seen(4, 3, 5), 0);
    }

    @Test
    public void oneSliceIsItself() {
        FloatPlane plane = plane(7);
        assertSame(plane, NeighbourSlices.of(i -> plane, 7, 9, 1));
        assertSame(plane, NeighbourSlices.middle(plane, 1));
        FloatPlane stacked = NeighbourSlices.of(NeighbourSlicesTest::plane, 4, 9, 3);
        assertArrayEquals(plane(4).values(), NeighbourSlices.middle(stacked, 3).values(), 0);
    }

    private static ModelSpec model(int channels, int slices) {
        return new ModelSpec(
                        new BackboneSpec("denseunet", 1, 1, 4, 4),
                        AttentionSpec.parse("none"),
                        channels * slices,
                        List.of(new LabelClass("background", 0), new LabelClass("thing", 0xffffff)),
                        NormalizationSpec.meanStd(),
                        1,
                        new TileSpec(16, 4))
                .withSlices(slices);
    }

    /** Value 100 t + 10 z + c, in ImageJ's order. */
    private static ImagePlus hyperstack(int channels, int slices, int frames) {
        ImageStack stack = new ImageStack(2, 2);
        for (int t = 0; t < frames; t++) {
            for (int z = 0; z < slices; z++) {
                for (int c = 0; c < channels; c++) {
                    ByteProcessor pixels = new ByteProcessor(2, 2);
                    pixels.set(100 * t + 10 * z + c);
                    stack.addSlice(pixels);
                }
            }
        }
        ImagePlus image = new ImagePlus("hyper", stack);
        image.setDimensions(channels, slices, frames);
        return image;
    }

    @Test
    public void hyperstacksKeepChannelsSlicesAndFramesApart() {
        ImagePlanes planes = ImagePlanes.of(hyperstack(2, 3, 2), model(2, 3));
        assertEquals(6, planes.channels());
        assertEquals(6, planes.count());
        float[] first = new float[6];
        System.arraycopy(planes.read(3).values(), 0, first, 0, 6);
        assertArrayEquals(new float[] {100, 101, 100, 101, 110, 111}, first, 0);
        assertEquals(121, planes.plane(4).getAt(1, 1, 5).get(), 0);
        assertEquals("x=2 y=2 channels=2 slices=3 frames=2: 6 images of 2 channels", planes.mapping());
    }

    @Test
    public void aSingleSliceIsRefused() {
        String message = assertThrows(ImageException.class, () -> ImagePlanes.of(hyperstack(1, 1, 1), model(1, 3)))
                .getMessage();
        assertTrue(message, message.contains("3 neighbouring slices") && message.contains("Open the whole stack"));
        message = assertThrows(ImageException.class, () -> ImagePlanes.of(hyperstack(1, 1, 2), model(1, 3)))
                .getMessage();
        assertTrue(message, message.contains("Re-order Hyperstack"));
        assertEquals(1, ImagePlanes.of(hyperstack(1, 1, 1), model(1, 1)).count());
    }
}
