package org.jointattention.segmentation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.nio.file.Paths;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.engine.Engines;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.ImagePlanes;
import org.jointattention.model.Model;
import org.jointattention.model.ModelStore;
import org.junit.Test;

public class SeamsTest {
    private static final int TILE = 64;

    @Test
    public void aNetworkThatSeesPixelsAloneHasNoSeams() {
        FakePredictor predictor = new FakePredictor(1, TILE, TILE, 1, FakePredictor.perPixel());
        Segmenter segmenter = new Segmenter(Planes.model(1, 1, TILE, 16), predictor);
        Seams seams = new Seams(Planes.random(320, 320, 1, 1), segmenter, TILE).measure();
        assertTrue("" + seams, seams.nearDifference() < 1e-6 && seams.awayDifference() < 1e-6);
        assertEquals(0, seams.nearOther(), 1e-3);
    }

    /** The bundled model, with its own share of overlap on small tiles: the overlap hides the seams. */
    @Test
    public void overlapMakesSeamsOfTheBundledModelSmall() {
        Path file = Paths.get("test-images/nuclei/images/spotted-2.png");
        Model model = new ModelStore().resolve("nuclei");
        RandomAccessibleInterval<FloatType> plane = SeamReport.mirrored(
                ImagePlanes.of(ImageFiles.open(file), model.spec()).plane(0), 5 * TILE);
        PredictorOptions options = PredictorOptions.tile(TILE, TILE).withPrecision(Precision.FLOAT32);
        try (Predictor predictor = Engines.classPath().predictor(model.spec(), model.weights(), options)) {
            Segmenter segmenter = new Segmenter(model.spec(), predictor);
            Seams without = new Seams(plane, segmenter.withOverlap(0), TILE).measure();
            Seams quarter = new Seams(plane, segmenter.withOverlap(TILE / 4), TILE).measure();
            String both = "\n" + without + "\n" + quarter;
            assertTrue(both, without.nearDifference() > 2 * without.awayDifference());
            assertTrue(both, quarter.nearDifference() < 0.7 * without.nearDifference());
            assertTrue(both, quarter.nearOther() < 0.02);
        }
    }
}
