package org.jointattention.segmentation;

import java.util.List;
import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.engine.Predictor;
import org.jointattention.image.Resampler;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TileSpec;

/** Planes, models and results for tests. */
public final class Planes {
    private Planes() {}

    /** A model of stride 2 with background and one class. */
    public static ModelSpec model(int channels, double scale, int tile, int overlap) {
        return new ModelSpec(
                new BackboneSpec("unet", 1, 1, 1, 1),
                AttentionSpec.parse("none"),
                channels,
                List.of(new LabelClass("background", 0), new LabelClass("object", 0xff0000)),
                NormalizationSpec.percentile(0, 100),
                scale,
                new TileSpec(tile, overlap));
    }

    /** Random values in 0 to 1. */
    public static RandomAccessibleInterval<FloatType> random(int width, int height, int channels, long seed) {
        Random random = new Random(seed);
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return ArrayImgs.floats(values, width, height, channels);
    }

    /** The foreground's probabilities, row-major. */
    static float[] foreground(Segmenter segmenter, RandomAccessibleInterval<FloatType> plane) {
        ProbabilityRows rows = new ProbabilityRows((int) plane.dimension(0), (int) plane.dimension(1), 2);
        segmenter.segment(plane, rows, Progress.NONE);
        float[] values = rows.plane().values();
        float[] foreground = new float[values.length / 2];
        for (int i = 0; i < foreground.length; i++) {
            foreground[i] = values[2 * i + 1];
        }
        return foreground;
    }

    /** The foreground's probabilities computed in one tile, the smallest even one from 16 pixels up. */
    static float[] whole(RandomAccessibleInterval<FloatType> plane, double scale, FakePredictor.Network network) {
        int channels = (int) plane.dimension(2);
        int width = tile(plane.dimension(0), scale);
        int height = tile(plane.dimension(1), scale);
        Predictor predictor = new FakePredictor(1, height, width, channels, network);
        return foreground(new Segmenter(model(channels, scale, 16, 0), predictor), plane);
    }

    private static int tile(long extent, double scale) {
        return Math.max(16, (Resampler.scaled((int) extent, scale) + 1) / 2 * 2);
    }
}
