package org.jointattention.window;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.process.ImageProcessor;
import java.awt.Point;
import java.awt.Rectangle;
import org.jointattention.engine.AttentionBlock;
import org.jointattention.segmentation.AttentivePredictor;
import org.jointattention.segmentation.PlaneAttention;
import org.jointattention.segmentation.Planes;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.SegmentationException;
import org.junit.Test;

public class AttentionPainterTest {
    private final PlaneAttention attention =
            new PlaneAttention(Planes.model(1, 1, 16, 4), new AttentivePredictor(16, 4), Planes.random(50, 41, 1, 1));
    private final AttentionPainter painter = new AttentionPainter(attention);

    private AttentionPainter.Picture paint(String block, boolean gate, int x, int y) {
        AttentionBlock chosen = attention.block(block);
        return painter.paint(new AttentionRequest(chosen, gate, x, y), Progress.NONE);
    }

    @Test
    public void rowLiesOverItsTile() {
        AttentionPainter.Picture picture = paint("second", false, 24, 21);
        Overlay overlay = picture.overlay();
        assertEquals(new Rectangle(16, 14, 16, 16), overlay.get(0).getBounds());
        ImageProcessor heat = ((ImageRoi) overlay.get(0)).getProcessor();
        assertEquals("the pixel's own position is brightest", 0xfffde725, heat.get(24 - 16, 21 - 14));
        assertEquals(0.6, ((ImageRoi) overlay.get(0)).getOpacity(), 1e-6);
        assertEquals(new Point(24, 21), overlay.get(1).getContainedPoints()[0]);
        assertTrue(picture.text(), picture.text().contains("24, 21; weight of P 0.400"));
    }

    @Test
    public void gateLiesOverAll() {
        AttentionPainter.Picture picture = paint("first", true, 0, 0);
        assertEquals(new Rectangle(0, 0, 50, 41), picture.overlay().get(0).getBounds());
        assertTrue(picture.text(), picture.text().startsWith("Gate at 0, 0: 0."));
    }

    @Test
    public void whatABlockLacksIsSaid() {
        assertThrows(SegmentationException.class, () -> paint("first", false, 1, 1));
    }
}
