package org.jointattention.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.model.ModelSpec;
import org.jointattention.segmentation.FakePredictor;
import org.jointattention.segmentation.LabelRows;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;
import org.junit.Test;

/** A network sees the same pixels in training as in use. */
public class PreparationTest {
    private static ModelSpec spec(Sample sample, double scale, int patch) {
        PlanRequest request =
                PlanRequest.builder().scale(scale).patch(patch).depth(1).build();
        return TrainingPlan.of(PlanSamples.summary(sample), request).spec();
    }

    /** What a predictor gets of an image that fills one tile. */
    private static float[] seenInUse(Sample sample, ModelSpec spec) {
        List<float[]> tiles = new ArrayList<>();
        int size = spec.tile().size();
        FakePredictor predictor = new FakePredictor(1, size, size, 1, (tile, y, x, p) -> {
            tiles.add(tile);
            return 0;
        });
        LabelRows rows = new LabelRows(sample.image().width(), sample.image().height());
        new Segmenter(spec, predictor).segment(sample.image().view(), rows, Progress.NONE);
        return tiles.get(0);
    }

    @Test
    public void resizedAndNormalisedAsInUse() {
        for (double scale : new double[] {1, 0.5, 2}) {
            int side = (int) (32 / scale);
            Sample sample = PlanSamples.discs(side, side, 5, 3, 7);
            ModelSpec spec = spec(sample, scale, 32);
            Sample prepared = new Preparation(spec).apply(sample);
            assertEquals(32, prepared.image().width());
            assertEquals(32 * 32, prepared.labels().length);
            assertArrayEquals(seenInUse(sample, spec), prepared.image().values(), 1e-4f);
        }
    }

    @Test
    public void theRawSampleStaysAsItIs() {
        Sample sample = PlanSamples.discs(32, 32, 5, 3, 7);
        float[] before = sample.image().values().clone();
        Sample prepared = new Preparation(spec(sample, 1, 32)).apply(sample);
        assertArrayEquals(before, sample.image().values(), 0);
        assertNotSame(sample.image().values(), prepared.image().values());
        assertEquals(sample.name(), prepared.name());
    }
}
