package org.jointattention.segmentation;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import java.util.EnumSet;
import org.junit.Test;

public class HeapNeedTest {
    private final ImagePlus image = new ImagePlus("big.tif", ImageStack.create(1000, 500, 4, 8));

    @Test
    public void labelsNeedAByteAPixel() {
        HeapNeed need = new HeapNeed(image, 3, EnumSet.of(Output.LABELS));
        need.check(2_000_000);
        String message = assertThrows(SegmentationException.class, () -> need.check(1_999_999))
                .getMessage();
        assertTrue(message, message.contains("big.tif"));
        assertTrue(message, message.contains("Memory & Threads"));
    }

    @Test
    public void probabilitiesNeedFourBytesAClass() {
        HeapNeed need = new HeapNeed(image, 3, EnumSet.of(Output.LABELS, Output.PROBABILITIES));
        long expected = 2_000_000 * 13L + 500_000 * 12L;
        need.check(expected);
        assertThrows(SegmentationException.class, () -> need.check(expected - 1));
    }

    @Test
    public void labelsThatGoToAFileNeedNothingAndAPictureItsPlaneOnly() {
        HeapNeed.ofFile(image, 3, EnumSet.of(Output.LABELS)).check(0);
        long expected = 500_000 * 9L;
        HeapNeed need = HeapNeed.ofFile(image, 3, EnumSet.of(Output.LABELS, Output.OVERLAY));
        need.check(expected);
        String message = assertThrows(SegmentationException.class, () -> need.check(expected - 1))
                .getMessage();
        assertTrue(message, message.contains("no overlay") && message.contains("--heap"));
        HeapNeed all = HeapNeed.ofFile(image, 3, EnumSet.allOf(Output.class));
        all.check(2_000_000 * 13L + 500_000 * 12L);
        assertThrows(SegmentationException.class, () -> all.check(2_000_000 * 13L + 500_000 * 12L - 1));
    }
}
