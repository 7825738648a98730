package org.jointattention.segmentation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
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
    private static Seams fake(int overlap, double scale, FakePredictor.Network network) {
        FakePredictor predictor = new FakePredictor(1, 32, 32, 1, network);
        return new Seams(new Segmenter(Planes.model(1, scale, 32, overlap), predictor), 32);
    }

    /** A network that sees two pixels far has seams without overlap, and none where the overlap's outer quarter is so wide. */
    @Test
    public void anOverlapThatIsWideEnoughLeavesNoSeams() {
        for (double scale : new double[] {1, 0.5}) {
            int size = (int) (100 / scale);
            Seams none = fake(0, scale, FakePredictor.local(2));
            none.add(Planes.random(size, size, 1, 3));
            assertTrue(none.seams().difference() > 1e-3);
            assertEquals(0, none.centres().difference(), 1e-6);
            Seams wide = fake(16, scale, FakePredictor.local(2));
            wide.add(Planes.random(size, size, 1, 3));
            assertEquals(0, wide.seams().difference(), 1e-6);
            assertEquals(0, wide.seams().otherLabels(), 0);
        }
        assertEquals(4, fake(16, 1, FakePredictor.local(2)).cost(), 0);
    }

    @Test
    public void smallPlanesHaveNone() {
        assertFalse(fake(0, 1, FakePredictor.perPixel()).takes(Planes.random(63, 80, 1, 1)));
        assertTrue(fake(0, 1, FakePredictor.perPixel()).takes(Planes.random(64, 80, 1, 1)));
    }

    private static Seams nuclei(Model model, Predictor predictor, int overlap) {
        Seams seams = new Seams(new Segmenter(model.spec(), predictor).withOverlap(overlap), predictor.width());
        for (String name : new String[] {"ovals-1.png", "dim-1.png"}) {
            Path image = Path.of("test-images", "nuclei", "images", name);
            seams.add(ImagePlanes.of(ImageFiles.open(image), model.spec()).plane(0));
        }
        return seams;
    }

    /** The share of the tile that the model's overlap is, at half of its tile, for the images are no larger than one. */
    @Test
    public void theOverlapOfABundledModelLeavesLittleOfItsSeams() {
        Model model = new ModelStore().resolve("nuclei");
        int tile = model.spec().tile().size() / 2;
        PredictorOptions options = PredictorOptions.tile(tile, tile).withPrecision(Precision.FLOAT32);
        try (Predictor predictor = Engines.classPath().predictor(model.spec(), model.weights(), options)) {
            Seams without = nuclei(model, predictor, 0);
            Seams usual = nuclei(model, predictor, model.spec().tile().overlap() / 2);
            assertTrue(without.seams().difference() > 10 * without.centres().difference());
            assertTrue(usual.seams().difference() < without.seams().difference() / 5);
            assertTrue(usual.seams().otherLabels() < without.seams().otherLabels() / 3);
            assertTrue(usual.seams().difference() < 1e-3);
        }
    }
}
