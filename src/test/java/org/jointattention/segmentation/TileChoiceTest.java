package org.jointattention.segmentation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TileSpec;
import org.junit.Test;

public class TileChoiceTest {
    private static TileChoice of(int depth, double scale, int tile, int overlap) {
        return TileChoice.of(new ModelSpec(
                new BackboneSpec("denseunet", depth, 1, 8, 8),
                AttentionSpec.parse("none"),
                1,
                List.of(new LabelClass("background", 0), new LabelClass("object", 0xff0000)),
                NormalizationSpec.meanStd(),
                scale,
                new TileSpec(tile, overlap)));
    }

    private static String refusal(Runnable wrong) {
        return assertThrows(SegmentationException.class, wrong::run).getMessage();
    }

    @Test
    public void theModelsTileIsTheDefault() {
        TileChoice choice = of(3, 1, 256, 64);
        assertEquals(256, choice.size());
        assertEquals(64, choice.overlap());
    }

    @Test
    public void theOverlapIsHalfTheTileAtMost() {
        assertEquals(64, of(3, 1, 256, 128).withSize(128).overlap());
        assertEquals(64, of(3, 1, 256, 64).withSize(512).overlap());
    }

    @Test
    public void smallImagesTakeASmallTile() {
        assertEquals(72, of(3, 1, 256, 64).forImages(71).size());
        assertEquals(72, of(3, 1, 256, 64).forImages(72).size());
        assertEquals(256, of(3, 1, 256, 64).forImages(250).size());
        assertEquals(256, of(3, 1, 256, 64).forImages(100_000).size());
        assertEquals(8, of(1, 1, 256, 64).forImages(1).size());
    }

    @Test
    public void whatCountsIsTheImageAtTheModelsScale() {
        assertEquals(104, of(3, 0.5, 256, 64).forImages(200).size());
        assertEquals(128, of(3, 2, 256, 64).forImages(64).size());
    }

    @Test
    public void littleMemoryNeverMakesTheTileLarger() {
        assertEquals(128, of(3, 1, 256, 64).forLittleMemory().size());
        assertEquals(64, of(3, 1, 64, 16).forLittleMemory().size());
        assertEquals(72, of(3, 1, 256, 64).forLittleMemory().forImages(70).size());
    }

    @Test
    public void wrongSizesNameTheNextValidOnes() {
        TileChoice choice = of(4, 1, 256, 64);
        assertTrue(
                refusal(() -> choice.withSize(65)).contains("no multiple of 16, the network's stride: use 64 or 80."));
        for (int wrong : new int[] {-16, 0, 8, 4112, Integer.MAX_VALUE}) {
            assertTrue(refusal(() -> choice.withSize(wrong)).contains("a multiple of 16 from 16 to 4096"));
        }
        assertEquals(16, choice.withSize(16).size());
        assertEquals(4096, choice.withSize(4096).size());
    }

    @Test
    public void wrongOverlapsNameTheLargest() {
        TileChoice choice = of(3, 1, 64, 16);
        assertEquals(0, choice.overlap(0));
        assertEquals(32, choice.overlap(32));
        assertTrue(refusal(() -> choice.overlap(33)).contains("use 0 to 32"));
        assertTrue(refusal(() -> choice.overlap(-1)).contains("overlap of -1 pixels"));
    }
}
