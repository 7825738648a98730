package org.jointattention.tensorflow;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TileSpec;
import org.jointattention.training.Preset;
import org.junit.Test;

public class NetworkSizeTest {
    private final TensorFlowEngine engine = new TensorFlowEngine();

    @Test
    public void operationsAreCountedAsByHand() {
        ModelSpec spec = TestModels.of(new BackboneSpec("denseunet", 1, 1, 2, 3), "none", 1);
        long products = 16 * 9 * 3 // stem, 1 to 3 channels at 4 x 4
                + 16 * 9 * 3 * 2 // encoder, 3 to 2
                + 16 * 5 * 3 // transition
                + 4 * 9 * 3 * 2 // bottleneck at 2 x 2
                + 4 * 4 * 5 * 3 // up
                + 16 * 8 * 3 // fusion of 3 and 5 channels
                + 16 * 9 * 3 * 2 // decoder
                + 16 * 5 * 3; // head, to 3 classes
        try (Predictor predictor =
                engine.predictor(spec, engine.initialWeights(spec, 1), PredictorOptions.tile(4, 4))) {
            assertEquals(2 * products, predictor.flops());
        }
    }

    @Test
    public void presetsHaveTheDocumentedNumbersOfWeights() {
        BackboneSpec small = new BackboneSpec("denseunet", 3, 2, 16, 16);
        BackboneSpec base = new BackboneSpec("denseunet", 4, 3, 16, 16);
        assertEquals(338_866, weights(small, "none"));
        assertEquals(338_969, weights(small, "pointwise"));
        assertEquals(380_339, weights(small, "self"));
        assertEquals(380_442, weights(small, "joint"));
        assertEquals(1_280_402, weights(base, "none"));
        assertEquals(1_411_578, weights(base, "joint"));
    }

    @Test
    public void presetsOfEveryBackboneHaveTheDocumentedNumbersOfWeights() {
        assertPreset("denseunet", 338_866, 1_280_402);
        assertPreset("unet", 320_179, 1_285_715);
        assertPreset("unetplusplus", 312_902, 1_277_654);
        assertPreset("unetplusplus:deep", 312_954, 1_277_732);
        assertPreset("nonlocalunet", 320_707, 1_278_983);
    }

    private void assertPreset(String name, long small, long base) {
        assertEquals(name, small, weights(Preset.SMALL.backbone(name, Preset.SMALL.depth()), "none"));
        assertEquals(name, base, weights(Preset.BASE.backbone(name, Preset.BASE.depth()), "none"));
    }

    private long weights(BackboneSpec backbone, String attention) {
        ModelSpec spec = new ModelSpec(
                backbone,
                AttentionSpec.parse(attention),
                1,
                List.of(new LabelClass("background", 0), new LabelClass("object", 0xffffff)),
                NormalizationSpec.meanStd(),
                1,
                new TileSpec(256, 0));
        return engine.initialWeights(spec, 1).size();
    }
}
