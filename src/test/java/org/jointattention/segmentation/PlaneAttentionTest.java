package org.jointattention.segmentation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.engine.AttentionBlock;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Engines;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.files.CancelledException;
import org.jointattention.image.FloatPlane;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TileSpec;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** Tiles of 16 pixels, positions of 4 pixels, a network of stride 2. */
public class PlaneAttentionTest {
    private static final int TILE = 16;
    private static final int CELL = 4;

    private final Predictor predictor = new AttentivePredictor(TILE, CELL);

    private PlaneAttention attention(RandomAccessibleInterval<FloatType> plane, double scale) {
        return new PlaneAttention(Planes.model(1, scale, TILE, 4), predictor, plane);
    }

    /** Black with one white square of a position's size. */
    private static RandomAccessibleInterval<FloatType> spot(int width, int height, int left, int top) {
        float[] values = new float[width * height];
        for (int y = top; y < top + CELL; y++) {
            Arrays.fill(values, y * width + left, y * width + left + CELL, 1);
        }
        return ArrayImgs.floats(values, width, height, 1);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static double sum(FloatPlane map, Rectangle part) {
        double sum = 0;
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                sum += map.get(x, y, 0);
            }
        }
        return sum;
    }

    @Test
    public void pixelIsInTheMiddleOfItsTileAsFarAsTheImageGoes() {
        PlaneAttention attention = attention(Planes.random(50, 41, 1, 1), 1);
        AttentionBlock block = attention.block("second");
        AttentionRow middle = attention.row(block, 24, 21);
        assertEquals(new Rectangle(16, 14, TILE, TILE), middle.bounds());
        assertEquals("2,1", middle.gridX() + "," + middle.gridY());
        AttentionRow corner = attention.row(block, 0, 3);
        assertEquals(new Rectangle(0, 0, TILE, TILE), corner.bounds());
        assertEquals("0,0", corner.gridX() + "," + corner.gridY());
        AttentionRow end = attention.row(block, 49, 40);
        assertEquals("one row of the tile is mirrored", new Rectangle(34, 26, 16, 15), end.bounds());
        assertEquals("3,3", end.gridX() + "," + end.gridY());
    }

    @Test
    public void rowIsSpreadOverItsPixelsAndSumsToOne() {
        PlaneAttention attention = attention(spot(50, 41, 26, 22), 1);
        AttentionRow row = attention.row(attention.block("second"), 24, 21);
        assertEquals(0.4, row.weight(), 1e-6);
        FloatPlane map = row.map();
        assertEquals("50x41", map.width() + "x" + map.height());
        assertEquals(1, sum(map.values()), 1e-5);
        assertEquals("the pixel's own position", 0.75, sum(map, new Rectangle(24, 18, CELL, CELL)), 1e-5);
        assertEquals("the whole tile", 1, sum(map, row.bounds()), 1e-5);
        assertEquals(0.75 / 16, map.get(24, 21, 0), 1e-6);
    }

    @Test
    public void everyPixelFindsItself() {
        PlaneAttention attention = attention(Planes.random(37, 23, 1, 2), 1);
        AttentionBlock block = attention.block("second");
        for (int y = 0; y < 23; y += 2) {
            for (int x = 0; x < 37; x += 3) {
                AttentionRow row = attention.row(block, x, y);
                assertTrue(x + "," + y, row.map().get(x, y, 0) >= 0.74 / 16);
                assertEquals(1, sum(row.map().values()), 1e-5);
            }
        }
    }

    @Test
    public void whatIsMirroredCountsWhereItComesFrom() {
        PlaneAttention attention = attention(Planes.random(5, 9, 1, 3), 1);
        AttentionRow row = attention.row(attention.block("second"), 4, 8);
        assertEquals(new Rectangle(0, 0, 5, 9), row.bounds());
        assertEquals(1, sum(row.map().values()), 1e-5);
    }

    @Test
    public void resizedImagesAreMappedThereAndBack() {
        RandomAccessibleInterval<FloatType> plane = spot(80, 64, 48, 40);
        for (double scale : new double[] {0.5, 2}) {
            PlaneAttention attention = attention(plane, scale);
            AttentionRow row = attention.row(attention.block("second"), 50, 42);
            FloatPlane map = row.map();
            assertEquals("80x64", map.width() + "x" + map.height());
            assertEquals(1, sum(map.values()), 1e-5);
            assertEquals(TILE / scale, row.bounds().width, 1);
            assertTrue(row.bounds().contains(50, 42));
            assertTrue("scale " + scale, map.get(50, 42, 0) > 0.2 * scale * scale / 16);
            FloatPlane gate = attention.gate(attention.block(""), Progress.NONE);
            assertEquals("80x64", gate.width() + "x" + gate.height());
            assertTrue(gate.get(50, 42, 0) > 3 * gate.get(30, 20, 0));
        }
    }

    @Test
    public void gateOfAConstantPlaneIsSeamless() {
        float[] ramp = new float[50 * 41];
        Arrays.fill(ramp, 7);
        ramp[0] = 0; // so that 7 is 1 after normalisation
        PlaneAttention attention = attention(ArrayImgs.floats(ramp, 50, 41, 1), 1);
        FloatPlane gate = attention.gate(attention.block("first"), Progress.NONE);
        assertEquals("50x41", gate.width() + "x" + gate.height());
        for (int i = 50 * 10; i < gate.values().length; i++) {
            assertEquals(1, gate.values()[i], 1e-5);
        }
        assertTrue(gate.get(0, 0, 0) < 0.95);
    }

    @Test
    public void gateCanBeCancelled() {
        PlaneAttention attention = attention(Planes.random(50, 41, 1, 1), 1);
        Progress cancelled = new Progress() {
            @Override
            public void update(long done, long total) {
                throw new AssertionError("goes on");
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancelledException.class, () -> attention.gate(attention.block(""), cancelled));
    }

    private static void assertRefused(ThrowingRunnable action, String part) {
        String message = assertThrows(SegmentationException.class, action).getMessage();
        assertTrue(message, message.contains(part));
    }

    @Test
    public void saysWhatIsNotThere() {
        RandomAccessibleInterval<FloatType> plane = Planes.random(20, 20, 1, 1);
        PlaneAttention attention = attention(plane, 1);
        assertRefused(() -> attention.block("third"), "it has: first, second");
        assertEquals("first", attention.block(" ").name());
        assertRefused(() -> attention.row(attention.block("first"), 1, 1), "has no rows");
        assertRefused(() -> attention.row(attention.block("second"), 20, 1), "outside of the image of 20x20");
        Predictor without = new FakePredictor(1, TILE, TILE, 1, FakePredictor.perPixel());
        ModelSpec spec = Planes.model(1, 1, TILE, 4);
        assertRefused(() -> new PlaneAttention(spec, without, plane), "no attention blocks");
        assertRefused(() -> new PlaneAttention(spec, predictor, Planes.random(20, 20, 2, 1)), "needs 1 channels");
    }

    @Test
    public void realNetworksCanBeLookedInto() {
        ModelSpec spec = new ModelSpec(
                new BackboneSpec("denseunet", 2, 2, 4, 4),
                AttentionSpec.parse("joint:competitive@bottleneck"),
                1,
                List.of(new LabelClass("background", 0), new LabelClass("object", 0xff0000)),
                NormalizationSpec.meanStd(),
                1,
                new TileSpec(TILE, 4));
        Engine engine = Engines.classPath();
        try (Predictor real = engine.predictor(
                spec,
                engine.initialWeights(spec, 1),
                PredictorOptions.tile(TILE, TILE).withThreads(1))) {
            PlaneAttention attention = new PlaneAttention(spec, real, Planes.random(30, 21, 1, 4));
            AttentionRow row = attention.row(attention.block("bottleneck"), 29, 20);
            assertEquals(1, sum(row.map().values()), 1e-5);
            FloatPlane gate = attention.gate(attention.block(""), Progress.NONE);
            assertEquals("what the gate leaves", 1 - gate.get(29, 20, 0), row.weight(), 1e-3);
        }
    }
}
