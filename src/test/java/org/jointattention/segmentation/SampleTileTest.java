package org.jointattention.segmentation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.image.ImageException;
import org.jointattention.model.ModelSpec;
import org.junit.Test;

public class SampleTileTest {
    private static final int TILE = 16;

    /** What a segmenter without overlap gives the network. */
    private static List<float[]> tiles(ModelSpec spec, RandomAccessibleInterval<FloatType> plane) {
        List<float[]> tiles = new ArrayList<>();
        FakePredictor predictor = new FakePredictor(1, TILE, TILE, spec.channels(), (tile, y, x, p) -> {
            if (y == 0 && x == 0) {
                tiles.add(tile);
            }
            return 0;
        });
        new Segmenter(spec, predictor).withOverlap(0).segment(plane, (y, row) -> {}, Progress.NONE);
        return tiles;
    }

    @Test
    public void isATileAsTheNetworkGetsIt() {
        for (double scale : new double[] {1, 0.5, 2}) {
            for (int channels = 1; channels <= 2; channels++) {
                ModelSpec spec = Planes.model(channels, scale, TILE, 0);
                RandomAccessibleInterval<FloatType> plane = Planes.random(150, 90, channels, 4);
                float[] sample = SampleTile.of(spec, plane, TILE, TILE);
                assertTrue(tiles(spec, plane).stream().anyMatch(tile -> Arrays.equals(tile, sample)));
            }
        }
    }

    @Test
    public void imagesSmallerThanATileAreMirrored() {
        ModelSpec spec = Planes.model(1, 1, TILE, 0);
        RandomAccessibleInterval<FloatType> plane = Planes.random(5, 9, 1, 4);
        assertArrayEquals(tiles(spec, plane).get(0), SampleTile.of(spec, plane, TILE, TILE), 0);
    }

    /** Each tile in its turn is the one that is not blank. */
    @Test
    public void whereThereIsSomethingToSee() {
        ModelSpec spec = Planes.model(1, 1, TILE, 0);
        for (int i = 0; i < 9; i++) {
            float[] values = new float[9 * TILE * TILE];
            values[(i / 3 * TILE + 2) * 3 * TILE + i % 3 * TILE + 3] = 1;
            float[] sample = SampleTile.of(spec, ArrayImgs.floats(values, 3 * TILE, 3 * TILE, 1), TILE, TILE);
            assertEquals(1, sample[2 * TILE + 3], 0);
        }
    }

    @Test
    public void blankImagesGiveABlankTile() {
        ModelSpec spec = Planes.model(1, 1, TILE, 0);
        float[] sample = SampleTile.of(spec, ArrayImgs.floats(new float[400], 20, 20, 1), TILE, TILE);
        assertArrayEquals(new float[TILE * TILE], sample, 0);
    }

    @Test
    public void theFirstPlaneOfAStackCounts() {
        ImageStack stack = new ImageStack(TILE, TILE);
        for (int z = 0; z < 2; z++) {
            float[] pixels = new float[TILE * TILE];
            pixels[z] = 5;
            stack.addSlice(new FloatProcessor(TILE, TILE, pixels));
        }
        ImagePlus image = new ImagePlus("stack", stack);
        image.setDimensions(1, 2, 1);
        float[] sample = SampleTile.of(Planes.model(1, 1, TILE, 0), image, TILE, TILE);
        assertEquals(1, sample[0], 0);
        assertEquals(0, sample[1], 0);
    }

    @Test
    public void otherChannelsAreRefused() {
        ModelSpec spec = Planes.model(3, 1, TILE, 0);
        assertThrows(SegmentationException.class, () -> SampleTile.of(spec, Planes.random(20, 20, 1, 1), TILE, TILE));
        assertThrows(
                ImageException.class,
                () -> SampleTile.of(spec, new ImagePlus("grey", new FloatProcessor(20, 20)), TILE, TILE));
    }
}
