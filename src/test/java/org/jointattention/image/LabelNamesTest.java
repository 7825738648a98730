package org.jointattention.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import org.junit.Test;

public class LabelNamesTest {
    @Test
    public void allEndingsAreUnderstood() {
        for (String ending : LabelNames.endings()) {
            assertTrue(ending, LabelNames.isLabels("cell 1" + ending));
            assertEquals("cell 1", LabelNames.stem("cell 1" + ending));
            assertEquals("a_b", LabelNames.stem("a_b" + ending.replace('_', '-').toUpperCase()));
        }
    }

    @Test
    public void otherNamesStay() {
        for (String name : new String[] {"_labels", "cell", "mask", "unmask", "cell_masked", "a_labels.tif"}) {
            assertFalse(name, LabelNames.isLabels(name));
            assertEquals(name, LabelNames.stem(name));
        }
    }

    @Test
    public void whatIsWrittenIsUnderstood() {
        assertEquals("a.b_labels", LabelNames.of("a.b"));
        assertEquals("a.b", LabelNames.stem(LabelNames.of("a.b")));
        assertEquals("a.b", LabelNames.withoutExtension("a.b.TIF"));
        assertEquals("a.b", LabelNames.withoutExtension("a.b"));
    }

    @Test
    public void blanksInTitlesStay() {
        assertEquals("my cells_labels", LabelNames.of(LabelNames.withoutExtension("my cells.tif")));
        ImagePlus image = new ImagePlus("my cells.tif", new ByteProcessor(1, 1));
        assertEquals("my cells-gate", LabelNames.title(image, "-gate"));
    }
}
